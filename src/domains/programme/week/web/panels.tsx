import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'week', title: 'panel.title', order: 24, permission: 'programme.read', component: lazy(async () => ({ default: (await import('./WeekPanel.tsx')).WeekPanel })) },
]
