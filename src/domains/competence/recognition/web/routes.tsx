import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { recognition: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/recognition', permission: 'people.read', title: 'list.title', component: lazyPage(() => import('./RecognitionPage.tsx'), 'RecognitionPage'), nav: { section: 'work', order: 27, icon: 'audit', label: 'recognition.nav' } },
]
