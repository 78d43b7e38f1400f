import { buildWebWhenStale } from './build-web.ts'
import { findChromium } from './chromium.ts'

/** The stories look at the screens as built from the sources of this moment; without a browser nobody looks. */
export default async function setup(): Promise<void> {
  if (findChromium()) await buildWebWhenStale()
}
