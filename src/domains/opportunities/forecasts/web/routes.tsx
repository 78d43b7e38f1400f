import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { forecasts: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/forecasts', permission: 'opportunities.read', title: 'title', component: lazyPage(() => import('./ForecastsPage.tsx'), 'ForecastsPage'), nav: { section: 'tools', order: 7, icon: 'place', label: 'forecasts.nav' } },
]
