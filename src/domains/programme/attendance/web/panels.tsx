import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'attendance', title: 'panel.title', order: 26, permission: 'programme.read', component: lazy(async () => ({ default: (await import('./AttendancePanel.tsx')).AttendancePanel })) },
  { page: 'today', id: 'absence', title: 'today.title', order: 20, permission: 'programme.absence', component: lazy(async () => ({ default: (await import('./TodayAbsence.tsx')).TodayAbsence })) },
]
