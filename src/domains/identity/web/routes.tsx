import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { identity: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/admin/roles', permission: 'identity.manage', title: 'roles.title', component: lazyPage(() => import('./RolesPage.tsx'), 'RolesPage'), nav: { section: 'admin', order: 10, icon: 'roles' } },
  { path: '/admin/users', permission: 'identity.manage', title: 'accounts.title', component: lazyPage(() => import('./UsersPage.tsx'), 'UsersPage'), nav: { section: 'admin', order: 20, icon: 'people' } },
  { path: '/admin/audit', permission: 'audit.read', title: 'audit.title', component: lazyPage(() => import('./AuditPage.tsx'), 'AuditPage'), nav: { section: 'admin', order: 40, icon: 'audit' } },
]
