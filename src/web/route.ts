import { lazyRouteComponent } from '@tanstack/react-router'
import type { Permission } from '#shared/permission.ts'
import type { ComponentType } from 'react'
import type { IconName } from './ui/Icon.tsx'

/** Where an entry stands in the side navigation. */
export type NavEntry = { section: 'work' | 'places' | 'programme' | 'tools' | 'admin'; order: number; icon: IconName; /** Message key with the slice as its first word, for a slice whose texts come after the first page; the route's title without it. */ label?: string }

/** A page of a slice. Each slice exports `routes: SliceRoute[]` from its `web/routes.tsx`. */
export type SliceRoute = {
  /** `/people/$id`; read the parts with `usePathParam('id')`. */
  path: string
  /** Whoever lacks it gets a page that says so. */
  permission?: Permission
  /** Key in the slice's own messages. */
  title: string
  /** `lazyPage(() => import('./PeoplePage.tsx'), 'PeoplePage')`: fetched when it is first needed. */
  component: ComponentType
  nav?: NavEntry
}

/** A page fetched when it is first needed, by the name of its export. */
export const lazyPage = <M extends Record<string, unknown>, K extends keyof M & string>(load: () => Promise<M>, name: K): ComponentType =>
  lazyRouteComponent(load, name)
