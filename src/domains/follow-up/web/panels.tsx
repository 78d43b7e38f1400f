import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'placement', id: 'follow-up', title: 'panel.title', order: 10, permission: 'placements.read', component: lazy(async () => ({ default: (await import('./FollowUpPanel.tsx')).FollowUpPanel })) },
  { page: 'placement', id: 'evaluation', title: 'evaluation.title', order: 20, permission: 'placements.read', component: lazy(async () => ({ default: (await import('./EvaluationPanel.tsx')).EvaluationPanel })) },
]
