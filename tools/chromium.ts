import { accessSync, constants } from 'node:fs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

export const INSTALL_CHROMIUM = 'apt-get install chromium'

/** The browser the stories run in: CHROMIUM_PATH, else where the packages of the system put it. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...usual].find((path) => path && mayRun(path))
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
