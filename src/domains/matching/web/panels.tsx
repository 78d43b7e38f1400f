import { lazy } from 'react'
import type { Panel } from '#web/panels.ts'

export const panels: Panel[] = [
  { page: 'person', group: 'work', id: 'places', title: 'panel.places', order: 30, permission: 'matching.read', component: lazy(async () => ({ default: (await import('./PlacesPanel.tsx')).PlacesPanel })) },
  { page: 'opening', id: 'people', title: 'panel.people', order: 10, permission: 'matching.read', component: lazy(async () => ({ default: (await import('./PeoplePanel.tsx')).PeoplePanel })) },
  { page: 'employer', id: 'presentations', title: 'panel.presentations', order: 30, permission: 'matching.read', component: lazy(async () => ({ default: (await import('./EmployerPresentations.tsx')).EmployerPresentations })) },
  { page: 'today', id: 'presentations', title: 'panel.today', order: 30, permission: 'matching.read', component: lazy(async () => ({ default: (await import('./WaitingPanel.tsx')).WaitingPanel })) },
]
