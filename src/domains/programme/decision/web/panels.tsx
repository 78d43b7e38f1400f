import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'programme', id: 'rights', title: 'panel.title', order: 5, permission: 'programme.decide', component: lazy(async () => ({ default: (await import('./RightsPanel.tsx')).RightsPanel })) },
]
