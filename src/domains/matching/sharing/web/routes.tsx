import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { sharing: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/sharing', permission: 'opportunities.read', title: 'title', component: lazyPage(() => import('./SharingPage.tsx'), 'SharingPage'), nav: { section: 'places', order: 47, icon: 'neighbours', label: 'sharing.nav' } },
  { path: '/sharing/places/$id', permission: 'matching.read', title: 'place.title', component: lazyPage(() => import('./SharedPlacePage.tsx'), 'SharedPlacePage') },
  { path: '/sharing/places/$id/put-forward/$personId', permission: 'matching.present', title: 'forward.title', component: lazyPage(() => import('./PutForwardPage.tsx'), 'PutForwardPage') },
  { path: '/sharing/here/$id', permission: 'matching.present', title: 'theirs.title', component: lazyPage(() => import('./NeighbourPersonPage.tsx'), 'NeighbourPersonPage') },
]
