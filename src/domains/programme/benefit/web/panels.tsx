import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'benefit', title: 'panel.title', order: 28, permission: 'programme.economy', component: lazy(async () => ({ default: (await import('./PersonBenefitPanel.tsx')).PersonBenefitPanel })) },
]
