import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'about', id: 'interpreters', title: 'panel.title', order: 55, permission: 'people.read', component: lazy(async () => ({ default: (await import('./InterpreterPanel.tsx')).InterpreterPanel })) },
  { page: 'today', id: 'interpreters', title: 'today.title', order: 10, permission: 'people.read', component: lazy(async () => ({ default: (await import('./TodayInterpreters.tsx')).TodayInterpreters })) },
]
