import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'competence', id: 'recognition', title: 'panel.title', order: 12, permission: 'people.read', component: lazy(async () => ({ default: (await import('./RecognitionPanel.tsx')).RecognitionPanel })) },
  { page: 'today', id: 'recognition', title: 'today.title', order: 25, permission: 'competence.write', component: lazy(async () => ({ default: (await import('./TodayRecognition.tsx')).TodayRecognition })) },
]
