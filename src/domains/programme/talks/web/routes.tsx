import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { talks: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/people/$id/talks/$talk', permission: 'programme.read', title: 'talk.title', component: lazyPage(() => import('./TalkPage.tsx'), 'TalkPage') },
  { path: '/admin/talks', permission: 'rules.manage', title: 'templates.title', component: lazyPage(() => import('./TemplatesPage.tsx'), 'TemplatesPage') },
]
