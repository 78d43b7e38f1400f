import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { 'rule-settings': typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/rules/settings', permission: 'rules.ask', title: 'title', component: lazyPage(() => import('./SettingsPage.tsx'), 'SettingsPage'), nav: { section: 'tools', order: 21, icon: 'edit', label: 'rules.nav.settings' } },
]
