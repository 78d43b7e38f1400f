import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { register: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/register', permission: 'programme.register', title: 'title', component: lazyPage(() => import('./RegisterPage.tsx'), 'RegisterPage'), nav: { section: 'tools', order: 20, icon: 'file', label: 'programme.nav.register' } },
]
