import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { paths: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/paths', permission: 'occupations.read', title: 'title', component: lazyPage(() => import('./PathsPage.tsx'), 'PathsPage'), nav: { section: 'tools', order: 8, icon: 'link', label: 'paths.nav' } },
  { path: '/paths/$id/edit', permission: 'competence.write', title: 'edit.title', component: lazyPage(() => import('./EditPathPage.tsx'), 'EditPathPage') },
]
