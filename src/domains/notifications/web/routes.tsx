import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { notifications: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/admin/jobs', permission: 'jobs.manage', title: 'jobs.title', component: lazyPage(() => import('./JobsPage.tsx'), 'JobsPage'), nav: { section: 'admin', order: 30, icon: 'jobs', label: 'notifications.nav' } },
]
