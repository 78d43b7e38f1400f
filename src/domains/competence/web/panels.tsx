import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'competence', id: 'competence', title: 'panel.competence', order: 10, permission: 'people.read', component: lazy(async () => ({ default: (await import('./CompetencePanel.tsx')).CompetencePanel })) },
  { page: 'person', group: 'competence', id: 'frame', title: 'panel.frame', order: 20, permission: 'people.read', component: lazy(async () => ({ default: (await import('./FramePanel.tsx')).FramePanel })) },
]
