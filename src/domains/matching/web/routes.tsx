import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { matching: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/matches', permission: 'matching.read', title: 'board.title', component: lazyPage(() => import('./BoardPage.tsx'), 'BoardPage'), nav: { section: 'places', order: 45, icon: 'link' } },
  { path: '/matches/$id', permission: 'matching.read', title: 'presentation.title', component: lazyPage(() => import('./PresentationPage.tsx'), 'PresentationPage') },
  { path: '/matches/$id/profile', permission: 'matching.read', title: 'profile.title', component: lazyPage(() => import('./ProfilePage.tsx'), 'ProfilePage') },
  { path: '/matches/compare/$personId/$openingId', permission: 'matching.read', title: 'compare.title', component: lazyPage(() => import('./ComparePage.tsx'), 'ComparePage') },
]
