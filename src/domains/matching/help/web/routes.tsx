import type { SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { help: typeof nb } }

/** No pages of its own: panels on the pages of a person and an opening. */
export const routes: SliceRoute[] = []
