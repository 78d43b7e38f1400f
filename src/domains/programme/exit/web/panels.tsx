import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'exit', title: 'panel.title', order: 60, permission: 'programme.handOver', component: lazy(async () => ({ default: (await import('./ExitPanel.tsx')).ExitPanel })) },
]
