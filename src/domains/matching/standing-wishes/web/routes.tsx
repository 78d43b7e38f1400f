import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { 'standing-wishes': typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/standing-wishes', permission: 'matching.read', title: 'title', component: lazyPage(() => import('./WishesPage.tsx'), 'WishesPage'), nav: { section: 'places', order: 46, icon: 'wish', label: 'standing-wishes.nav' } },
  { path: '/standing-wishes/$id', permission: 'matching.read', title: 'title', component: lazyPage(() => import('./WishPage.tsx'), 'WishPage') },
  { path: '/standing-wishes/$id/edit', permission: 'employers.write', title: 'form.change', component: lazyPage(() => import('./EditWishPage.tsx'), 'EditWishPage') },
  { path: '/employers/$employerId/standing-wish/$id', permission: 'employers.write', title: 'form.new', component: lazyPage(() => import('./NewWishPage.tsx'), 'NewWishPage') },
]
