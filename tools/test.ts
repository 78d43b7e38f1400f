import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, INSTALL_CHROMIUM } from './chromium.ts'
import { add, type Count, countTests, inWords, nothing } from './test-count.ts'

/**
 * `npm test [-- <paths>]`: every test on real PostgreSQL (tools/vitest-setup.ts starts it), then the stories in a
 * browser on a freshly built web. The last line is the count of all; the exit code is 1 when anything failed.
 */
const root = join(import.meta.dirname, '..')
const results = mkdtempSync(join(tmpdir(), 'fotfeste-results-'))
const chosen = process.argv.slice(2)

/** Matches no test's name, so that every story is counted and none is run. */
const NONE = ['--testNamePattern', '(?!)']

const bin = join(root, 'node_modules', 'vitest', 'vitest.mjs')

async function run(project: 'unit' | 'stories', ...args: string[]): Promise<Count> {
  const file = join(results, `${project}.json`)
  const child = spawn(process.execPath, [bin, 'run', '--passWithNoTests', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args, ...chosen],
    { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node') } })
  const stop = (signal: NodeJS.Signals) => { child.kill(signal) }
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(1))
    child.on('exit', (exit) => done(exit ?? 1))
  })
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.off(signal, stop)
  return countTests(readReport(file), code)
}

function readReport(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Whether a story is among what was chosen: only then is the web worth building. */
const storiesChosen = (): boolean =>
  spawnSync(process.execPath, [bin, 'list', '--filesOnly', '--project', 'stories', ...chosen], { cwd: root, encoding: 'utf8' }).stdout.includes('.story.ts')

/** After the rest, so that a web that does not build leaves the other results standing. */
async function runStories(): Promise<Count> {
  if (!storiesChosen()) return nothing
  if (findChromium()) return run('stories')
  const stories = await run('stories', ...NONE)
  for (const story of stories.skippedNames) console.log(`skipped: ${story} (needs a browser: ${INSTALL_CHROMIUM})`)
  return stories
}

// Ctrl-C reaches vitest by itself; it ends its run in order, and we count after it.
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { interrupted = true })

const unit = await run('unit')
const count = add(unit, interrupted ? nothing : await runStories())
rmSync(results, { recursive: true, force: true })
if (chosen.length > 0 && count.passed + count.failed + count.skipped === 0) console.log(`No test is in ${chosen.join(' ')}.`)
console.log(inWords(count))
process.exitCode = count.failed > 0 || interrupted || count.passed === 0 ? 1 : 0
