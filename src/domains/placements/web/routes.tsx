import { lazyPage, type SliceRoute } from '#web/route.ts'
import type documentNb from '../messages/document.nb.json'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { placements: typeof nb & typeof documentNb } }

export const routes: SliceRoute[] = [
  { path: '/placements', permission: 'placements.read', title: 'list.title', component: lazyPage(() => import('./AgreementsPage.tsx'), 'AgreementsPage'),
    nav: { section: 'places', order: 50, icon: 'placement', label: 'placements.nav' } },
  { path: '/placements/new', permission: 'placements.write', title: 'new.title', component: lazyPage(() => import('./NewAgreementPage.tsx'), 'NewAgreementPage') },
  { path: '/placements/$id', permission: 'placements.read', title: 'page.title', component: lazyPage(() => import('./AgreementPage.tsx'), 'AgreementPage') },
  { path: '/placements/$id/print', permission: 'placements.read', title: 'page.print', component: lazyPage(() => import('./PrintAgreementPage.tsx'), 'PrintAgreementPage') },
]
