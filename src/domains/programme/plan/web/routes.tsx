import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { plan: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/people/$id/plan', permission: 'programme.write', title: 'edit.title', component: lazyPage(() => import('./EditPlanPage.tsx'), 'EditPlanPage') },
  { path: '/admin/plans', permission: 'rules.manage', title: 'settings.title', component: lazyPage(() => import('./SettingsPage.tsx'), 'SettingsPage'), nav: { section: 'admin', order: 25, icon: 'edit', label: 'programme.nav.planSettings' } },
]
