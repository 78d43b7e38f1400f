import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'employer', id: 'who-rings', title: 'who.rings', order: 5, permission: 'employers.read', component: lazy(async () => ({ default: (await import('./WhoRingsPanel.tsx')).WhoRingsPanel })) },
  { page: 'today', id: 'division-review', title: 'review.due', order: 60, permission: 'employers.read', component: lazy(async () => ({ default: (await import('./TodayReview.tsx')).TodayReview })) },
]
