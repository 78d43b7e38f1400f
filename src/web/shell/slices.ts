import { sliceOf } from '../catalogues.ts'
import type { SliceRoute } from '../route.ts'

export type ShellRoute = SliceRoute & { slice: string }

const modules = import.meta.glob<{ routes: SliceRoute[] }>(['../../domains/*/web/routes.tsx', '../../domains/*/*/web/routes.tsx'], { eager: true })

/** Every slice's pages, found by where the file lies. */
export const sliceRoutes: readonly ShellRoute[] = Object.entries(modules).flatMap(([path, { routes }]) => routes.map((route) => ({ ...route, slice: sliceOf(path) })))
