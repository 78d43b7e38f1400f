import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'competence', id: 'path', title: 'panel.title', order: 15, permission: 'people.read', component: lazy(async () => ({ default: (await import('./PathPanel.tsx')).PathPanel })) },
]
