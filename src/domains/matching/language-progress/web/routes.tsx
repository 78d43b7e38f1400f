import type { SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { 'language-progress': typeof nb } }

export const routes: SliceRoute[] = []
