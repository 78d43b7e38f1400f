import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { createElement } from 'react'
import { useMay, useMe } from '../me.tsx'
import { lazyPage } from '../route.ts'
import { Loading } from '../ui/Loading.tsx'
import { BrokenPage, ForbiddenPage, FrontDoor, NotFoundPage } from './pages.tsx'
import { Shell } from './Shell.tsx'
import { sliceRoutes, type ShellRoute } from './slices.ts'

const root = createRootRoute({ component: Shell })

function Guarded({ route }: { route: ShellRoute }) {
  const may = useMay()
  if (!may(route.permission)) return <ForbiddenPage permission={route.permission ?? ''} />
  return createElement(route.component)
}

const pages = sliceRoutes.map((route) =>
  createRoute({ getParentRoute: () => root, path: route.path, component: () => <Guarded route={route} /> }))

const Samples = lazyPage(() => import('../demo/Samples.tsx'), 'Samples')

function SamplesInTest() {
  return useMe().testInstallation ? createElement(Samples) : <NotFoundPage />
}

const own = [
  createRoute({ getParentRoute: () => root, path: '/ui', component: SamplesInTest }),
  ...(sliceRoutes.some(({ path }) => path === '/') ? [] : [createRoute({ getParentRoute: () => root, path: '/', component: FrontDoor })]),
]

/** Every page of the staff entry, in the shell. */
export const router = createRouter({
  routeTree: root.addChildren([...pages, ...own]),
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: BrokenPage,
  defaultPendingComponent: Loading,
  defaultPreload: 'intent',
  scrollRestoration: true,
})
