import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'courses', title: 'panel.title', order: 25, permission: 'programme.read', component: lazy(async () => ({ default: (await import('./RoadPanel.tsx')).RoadPanel })) },
]
