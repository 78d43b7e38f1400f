import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

const load = () => import('./PlacementsPanels.tsx')

export const panels: Panel[] = [
  { page: 'person', group: 'work', id: 'placements', title: 'panel.title', order: 32, permission: 'placements.read', component: lazy(async () => ({ default: (await load()).PersonPlacements })) },
  { page: 'employer', id: 'placements', title: 'panel.title', order: 10, permission: 'placements.read', component: lazy(async () => ({ default: (await load()).EmployerPlacements })) },
  { page: 'opening', id: 'placements', title: 'panel.title', order: 30, permission: 'placements.read', component: lazy(async () => ({ default: (await load()).OpeningPlacements })) },
]
