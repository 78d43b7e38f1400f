import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/**
 * Starts this very command anew under the Node of `.nvmrc` when another major version runs it, and ends as it ends:
 * a tool called by its path takes whatever Node the system has.
 */
export function goOnUnderPinnedNode(): void {
  const wanted = readFileSync(join(root, '.nvmrc'), 'utf8').trim()
  const pinned = join(root, 'node_modules', '.bin', 'node')
  if (process.versions.node.split('.')[0] === wanted.split('.')[0]) return
  if (!existsSync(pinned)) throw new Error(`Node.js ${wanted} is needed, and this is ${process.version}.`)
  process.exit(spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1)
}
