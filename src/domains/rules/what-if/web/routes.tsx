import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { 'what-if': typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/rules', permission: 'rules.ask', title: 'list.title', component: lazyPage(() => import('./RulesPage.tsx'), 'RulesPage'), nav: { section: 'tools', order: 20, icon: 'search', label: 'rules.nav.whatIf' } },
  { path: '/rules/ask/$name', permission: 'rules.ask', title: 'list.title', component: lazyPage(() => import('./AskPage.tsx'), 'AskPage') },
]
