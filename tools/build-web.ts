import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', '.built')
const browserFiles = /\.(tsx?|css|json|html|svg|woff2)$/

/** Builds the web into dist/ when a source is newer than the last build; gives whether it built. Throws when the build fails. */
export async function buildWebWhenStale(): Promise<boolean> {
  const started = new Date()
  if (!(await changedAfter(await madeAt(stamp)))) return false
  // A process of its own, and always the production build: the tests' NODE_ENV would give another React. Its words go to stderr.
  const vite = spawn(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } })
  const [code] = await once(vite, 'exit')
  if (code !== 0) throw new Error('The web could not be built; vite says why above.')
  await writeFile(stamp, '')
  await utimes(stamp, started, started) // what changes while we build is newer
  return true
}

const madeAt = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0

async function changedAfter(moment: number): Promise<boolean> {
  if (moment === 0) return true
  const sources = (await readdir(join(root, 'src'), { recursive: true })).filter((name) => browserFiles.test(name) && !/\.test\.tsx?$/.test(name))
  const watched = [...sources.map((name) => join('src', name)), 'vite.config.ts', 'package-lock.json']
  const times = await Promise.all(watched.map((name) => madeAt(join(root, name))))
  return times.some((time) => time > moment)
}
