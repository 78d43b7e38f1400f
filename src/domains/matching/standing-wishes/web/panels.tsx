import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'employer', id: 'standing-wishes', title: 'panel.title', order: 12, permission: 'matching.read', component: lazy(async () => ({ default: (await import('./EmployerWishes.tsx')).EmployerWishes })) },
  { page: 'today', id: 'standing-wishes', title: 'today.panel', order: 32, permission: 'matching.read', component: lazy(async () => ({ default: (await import('./TodayRings.tsx')).TodayRings })) },
]
