import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { calibration: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/calibration', permission: 'programme.overview', title: 'title', component: lazyPage(() => import('./CalibrationPage.tsx'), 'CalibrationPage'), nav: { section: 'tools', order: 30, icon: 'info', label: 'calibration.nav' } },
]
