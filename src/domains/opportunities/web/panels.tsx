import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'employer', id: 'openings', title: 'panel.openings', order: 10, permission: 'opportunities.read',
    component: lazy(async () => ({ default: (await import('./EmployerOpenings.tsx')).EmployerOpenings })) },
]
