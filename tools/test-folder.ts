import { existsSync, readFileSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs'
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

const ABANDONED_MS = 6 * 3600 * 1000

/** What a killed run of ours left would keep memory until the machine starts again: its process, named in the folder's name, is gone, and it is hours old. */
function removeAbandoned(): void {
  for (const name of readdirSync(MEMORY)) {
    const pid = /^fotfeste-(\d+)-/.exec(name)?.[1]
    if (!pid || existsSync(`/proc/${pid}`)) continue
    try {
      const { uid, mtimeMs } = statSync(join(MEMORY, name))
      if (uid === process.getuid?.() && Date.now() - mtimeMs > ABANDONED_MS) rmSync(join(MEMORY, name), { recursive: true, force: true })
    } catch {
      // another run was there first
    }
  }
}
