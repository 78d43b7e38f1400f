import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'competence', id: 'proof', title: 'panel.title', order: 14, permission: 'people.read', component: lazy(async () => ({ default: (await import('./ProofPanel.tsx')).ProofPanel })) },
]
