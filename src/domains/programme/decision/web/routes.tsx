import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { decision: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/people/$id/decisions/new', permission: 'programme.decide', title: 'new.title', component: lazyPage(() => import('./NewDecisionPage.tsx'), 'NewDecisionPage') },
  { path: '/people/$id/decisions/$decisionId', permission: 'programme.decide', title: 'decisions.title', component: lazyPage(() => import('./DecisionPage.tsx'), 'DecisionPage') },
]
