import type { SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { lists: typeof nb } }

/** No pages of its own: lines on the lists of the match pages. */
export const routes: SliceRoute[] = []
