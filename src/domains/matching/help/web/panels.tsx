import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'work', id: 'help', title: 'panel.help', order: 31, permission: 'matching.read', component: lazy(async () => ({ default: (await import('./HelpPanel.tsx')).HelpPanel })) },
  { page: 'opening', id: 'shut-outs', title: 'panel.shutOut', order: 9, permission: 'matching.read', component: lazy(async () => ({ default: (await import('./ShutOutPanel.tsx')).ShutOutPanel })) },
]
