import { existsSync, readFileSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const ROOM_BYTES = 2e9

/**
 * A new folder for what a test writes: in memory, where making and dropping a database takes a tenth of what it takes
 * on a disk, or in /tmp. Not in TMPDIR: root's own may be closed to the user the database then runs as.
 */
export async function testFolder(name: string): Promise<string> {
  if (!hasRoomInMemory()) return mkdtemp(join('/tmp', `fotfeste-${name}-`))
  removeAbandoned()
  return mkdtemp(join(MEMORY, `fotfeste-${process.pid}-${name}-`))
}

/** Room for several databases at once, and programs may run there: PostgreSQL's own may lie in a data folder. */
function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    const mounts = readFileSync('/proc/mounts', 'utf8').split('\n').filter((line) => line.split(' ')[1] === MEMORY)
    return bavail * bsize >= ROOM_BYTES && !mounts.some((line) => /\bnoexec\b/.test(line))
  } catch {
    return false
  }
}

/** What a killed run left would keep memory until the machine starts again: its process, named in the folder's name, is gone. */
function removeAbandoned(): void {
  for (const name of readdirSync(MEMORY)) {
    const pid = /^fotfeste-(\d+)-/.exec(name)?.[1]
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(MEMORY, name), { recursive: true, force: true })
  }
}
