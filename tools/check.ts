import { spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { cruised } from './cruised.ts'

/** `npm run check`: everything that can be said about the code without running it, one line a check, details where it fails. */
const root = join(import.meta.dirname, '..')
const FEWEST_MODULES = 100

type Outcome = { ok: boolean; details: string; note?: string }
type Check = { name: string; run: () => Promise<Outcome> }

/** Runs a tool of node_modules under this Node; `ok` when it ends with 0. */
function tool(name: string, ...args: string[]): Promise<Outcome> {
  const child = spawn(join(root, 'node_modules', '.bin', name), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: ourNodeFirst() })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((done) => {
    child.on('error', (error) => done({ ok: false, details: error.message }))
    child.on('close', (code) => done({ ok: code === 0, details: Buffer.concat(output).toString().trim() }))
  })
}

/** The tools are scripts that take the first `node` of the path. */
const ourNodeFirst = () => ({ ...process.env, PATH: `${join(process.execPath, '..')}:${process.env.PATH ?? ''}`, NO_COLOR: '1' })

/** A tool that sees no files finds no faults: of dependency-cruiser that has happened. */
async function dependencies(): Promise<Outcome> {
  const folders = ['src', 'db', 'test', 'e2e', 'tools', 'bench'].filter((folder) => existsSync(join(root, folder)))
  const { details } = await tool('depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders)
  const { ours, violations } = cruised(details)
  if (ours < FEWEST_MODULES) violations.push(`Only ${ours} modules were read; at least ${FEWEST_MODULES} were expected.`)
  return { ok: violations.length === 0, details: violations.join('\n'), note: `${ours} modules` }
}

async function styles(): Promise<Outcome> {
  const files = globSync('src/**/*.css', { cwd: root })
  return files.length === 0 ? { ok: true, details: '', note: 'no style sheets' } : tool('stylelint', ...files)
}

const checks: Check[] = [
  { name: 'types', run: () => tool('tsc', '-p', '.') },
  { name: 'lint', run: () => tool('oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives', '--format', 'unix', '.') },
  { name: 'dependencies', run: dependencies },
  { name: 'unused', run: () => tool('knip', '--no-progress') },
  { name: 'styles', run: styles },
]

async function report({ name, run }: Check): Promise<boolean> {
  const started = performance.now()
  const { ok, details, note } = await run().catch((error: unknown): Outcome => ({ ok: false, details: String(error) }))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(13)}${seconds.padStart(5)} s${note ? `  (${note})` : ''}`)
  if (!ok) console.log(details.replace(/^/gm, '       '))
  return ok
}

const outcomes = await Promise.all(checks.map(report))
process.exitCode = outcomes.every(Boolean) ? 0 : 1
