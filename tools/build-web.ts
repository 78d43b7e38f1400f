import { readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', '.built')
const browserFiles = /\.(tsx?|css|json|html|svg|woff2)$/

/** Builds the web into dist/ when a source is newer than the last build. Gives whether it built. */
export async function buildWebWhenStale(): Promise<boolean> {
  const started = new Date()
  if (await changedAfter(await madeAt(stamp))) {
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
    await writeFile(stamp, '')
    await utimes(stamp, started, started) // what changes while we build is newer
    return true
  }
  return false
}

const madeAt = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0

async function changedAfter(moment: number): Promise<boolean> {
  if (moment === 0) return true
  const sources = (await readdir(join(root, 'src'), { recursive: true })).filter((name) => browserFiles.test(name) && !/\.test\.tsx?$/.test(name))
  const watched = [...sources.map((name) => join('src', name)), 'vite.config.ts', 'package-lock.json']
  const times = await Promise.all(watched.map((name) => madeAt(join(root, name))))
  return times.some((time) => time > moment)
}
