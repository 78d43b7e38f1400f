import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { courses: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/courses', permission: 'programme.read', title: 'list.title', component: lazyPage(() => import('./CoursesPage.tsx'), 'CoursesPage'), nav: { section: 'programme', order: 63, icon: 'file', label: 'programme.nav.courses' } },
  { path: '/courses/new', permission: 'programme.write', title: 'list.new', component: lazyPage(() => import('./NewCoursePage.tsx'), 'NewCoursePage') },
  { path: '/courses/near-end', permission: 'programme.decide', title: 'nearEnd.title', component: lazyPage(() => import('./NearEndPage.tsx'), 'NearEndPage') },
  { path: '/courses/$id', permission: 'programme.read', title: 'list.title', component: lazyPage(() => import('./CoursePage.tsx'), 'CoursePage') },
]
