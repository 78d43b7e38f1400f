import { lazyPage, type SliceRoute } from '#web/route.ts'
import type kinds from '../messages/kind.nb.json'
import type nb from '../messages/nb.json'

type WeekMessages = typeof nb & typeof kinds
declare module '#web/catalogues.ts' { interface Messages { week: WeekMessages } }

export const routes: SliceRoute[] = [
  { path: '/week', permission: 'programme.read', title: 'list.title', component: lazyPage(() => import('./ActivitiesPage.tsx'), 'ActivitiesPage'), nav: { section: 'programme', order: 62, icon: 'calendar', label: 'programme.nav.week' } },
  { path: '/week/new', permission: 'programme.teach', title: 'activity.new', component: lazyPage(() => import('./NewActivityPage.tsx'), 'NewActivityPage') },
  { path: '/week/$id', permission: 'programme.read', title: 'activity.title', component: lazyPage(() => import('./ActivityPage.tsx'), 'ActivityPage') },
  { path: '/people/$id/week', permission: 'programme.read', title: 'week.print', component: lazyPage(() => import('./WeekPrintPage.tsx'), 'WeekPrintPage') },
]
