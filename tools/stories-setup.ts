import { buildWebWhenStale } from './build-web.ts'

/** The stories look at the screens as built from the sources of this moment. */
export default buildWebWhenStale
