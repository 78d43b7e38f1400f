import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'opening', id: 'sharing', title: 'share.panel', order: 5, permission: 'opportunities.read', component: lazy(async () => ({ default: (await import('./SharePanel.tsx')).SharePanel })) },
  { page: 'today', id: 'neighbours', title: 'today.panel', order: 34, permission: 'matching.present', component: lazy(async () => ({ default: (await import('./TodayNeighbours.tsx')).TodayNeighbours })) },
]
