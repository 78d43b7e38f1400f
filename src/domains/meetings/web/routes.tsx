import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { meetings: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/meetings', permission: 'meetings.read', title: 'list.title', component: lazyPage(() => import('./DaysPage.tsx'), 'DaysPage'), nav: { section: 'places', order: 48, icon: 'calendar', label: 'meetings.nav' } },
  { path: '/meetings/new', permission: 'meetings.write', title: 'form.new', component: lazyPage(() => import('./DayFormPage.tsx'), 'NewDayPage') },
  { path: '/meetings/$id', permission: 'meetings.read', title: 'day.title', component: lazyPage(() => import('./DayPage.tsx'), 'DayPage') },
  { path: '/meetings/$id/edit', permission: 'meetings.write', title: 'form.edit', component: lazyPage(() => import('./DayFormPage.tsx'), 'EditDayPage') },
  { path: '/meetings/$id/live', permission: 'meetings.write', title: 'live.title', component: lazyPage(() => import('./LivePage.tsx'), 'LivePage') },
  { path: '/meetings/$id/after', permission: 'meetings.read', title: 'after.title', component: lazyPage(() => import('./AfterPage.tsx'), 'AfterPage') },
]
