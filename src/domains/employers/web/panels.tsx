import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'today', id: 'waiting-initiatives', title: 'waiting.title', order: 40, permission: 'employers.write',
    component: lazy(async () => ({ default: (await import('./WaitingInitiatives.tsx')).WaitingInitiatives })) },
]
