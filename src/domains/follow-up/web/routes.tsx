import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { 'follow-up': typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/today', permission: 'placements.followUp', title: 'today.title', component: lazyPage(() => import('./TodayPage.tsx'), 'TodayPage'), nav: { section: 'work', order: 10, icon: 'today' } },
]
