import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'talks', title: 'panel.title', order: 21, permission: 'programme.read', component: lazy(async () => ({ default: (await import('./TalksPanel.tsx')).TalksPanel })) },
  { page: 'today', id: 'talks', title: 'today.title', order: 15, permission: 'programme.write', component: lazy(async () => ({ default: (await import('./TodayTalks.tsx')).TodayTalks })) },
]
