import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { interpreters: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/interpreters', permission: 'people.read', title: 'list.title', component: lazyPage(() => import('./BookingsPage.tsx'), 'BookingsPage'), nav: { section: 'work', order: 28, icon: 'interpreter', label: 'interpreters.nav' } },
  { path: '/interpreters/new', permission: 'people.read', title: 'form.new', component: lazyPage(() => import('./NewBookingPage.tsx'), 'NewBookingPage') },
  { path: '/interpreters/$id', permission: 'people.read', title: 'booking.title', component: lazyPage(() => import('./BookingPage.tsx'), 'BookingPage') },
  { path: '/admin/interpreters', permission: 'rules.manage', title: 'admin.title', component: lazyPage(() => import('./AdminPage.tsx'), 'AdminPage'), nav: { section: 'admin', order: 55, icon: 'interpreter', label: 'interpreters.navAdmin' } },
]
