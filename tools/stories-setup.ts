import { rm } from 'node:fs/promises'
import { startFotfeste } from '../e2e/support/fotfeste.ts'
import { buildWebWhenStale } from './build-web.ts'
import { findChromium } from './chromium.ts'

/**
 * The stories look at the screens as built from the sources of this moment, and each has a copy of one installation
 * (`TEST_INSTALLATION`), which is made here as a newcomer makes it: started with an empty data folder. Without a browser nobody looks.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (!findChromium()) return undefined
  await buildWebWhenStale()
  const made = await startFotfeste()
  await made.halt()
  process.env.TEST_INSTALLATION = made.folder
  return async () => {
    delete process.env.TEST_INSTALLATION
    await rm(made.folder, { recursive: true, force: true })
  }
}
