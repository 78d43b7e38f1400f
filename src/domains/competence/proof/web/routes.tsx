import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { proof: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/proof', permission: 'people.read', title: 'page.title', component: lazyPage(() => import('./ProofPage.tsx'), 'ProofPage'), nav: { section: 'tools', order: 30, icon: 'check', label: 'proof.nav' } },
]
