import type { Permission } from '#shared/permission.ts'
import type { ComponentType } from 'react'
import { sliceOf } from './catalogues.ts'
import { useMay } from './me.tsx'

/** The parts a person's page is laid out in, in their order. */
export const PERSON_GROUPS = ['about', 'competence', 'programme', 'work'] as const

/** What a slice adds to a page of another slice. Each slice exports `panels: Panel[]` from its `web/panels.tsx`. */
export type Panel = {
  page: 'person' | 'employer' | 'opening' | 'placement' | 'today'
  /** On a person's page: which part it lies in. */
  group?: (typeof PERSON_GROUPS)[number]
  id: string
  /** Key in the slice's own messages. */
  title: string
  order: number
  permission?: Permission
  /** Fetched when it is first needed: give `lazyPage(…)`-like lazy component. `id` is the page's own id. */
  component: ComponentType<{ id: string }>
}

export type SlicePanel = Panel & { slice: string }

const modules = import.meta.glob<{ panels: Panel[] }>(['../domains/*/web/panels.tsx', '../domains/*/*/web/panels.tsx'], { eager: true })

const slicePanels: readonly SlicePanel[] = Object.entries(modules).flatMap(([path, { panels }]) => panels.map((panel) => ({ ...panel, slice: sliceOf(path) })))

/** The panels of all slices for one page that the one signed in may see, in their order. */
export function usePanels(page: Panel['page']): readonly SlicePanel[] {
  const may = useMay()
  return slicePanels.filter((panel) => panel.page === page && may(panel.permission)).toSorted((a, b) => a.order - b.order)
}
