import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { exit: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/hand-overs', permission: 'programme.receive', title: 'received.title', component: lazyPage(() => import('./ReceivedPage.tsx'), 'ReceivedPage'), nav: { section: 'work', order: 26, icon: 'placement', label: 'programme.nav.handOver' } },
]
