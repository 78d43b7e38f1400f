import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'plan', title: 'panel.title', order: 22, permission: 'programme.read', component: lazy(async () => ({ default: (await import('./PlanPanel.tsx')).PlanPanel })) },
]
