import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { payments: typeof nb } }

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'payments', title: 'panel.title', order: 27, permission: 'programme.economy', component: lazy(async () => ({ default: (await import('./PaymentsPanel.tsx')).PaymentsPanel })) },
]
