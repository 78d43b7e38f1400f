import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { scenarios: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/what-if', permission: 'matching.read', title: 'title', component: lazyPage(() => import('./WhatIfPage.tsx'), 'WhatIfPage'), nav: { section: 'places', order: 47, icon: 'question', label: 'matching.nav.whatIf' } },
]
