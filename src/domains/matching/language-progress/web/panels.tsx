import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'placement', id: 'language-progress', title: 'panel.title', order: 15, permission: 'placements.read', component: lazy(async () => ({ default: (await import('./ProgressPanel.tsx')).ProgressPanel })) },
]
