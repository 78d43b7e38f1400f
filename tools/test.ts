import { spawn } from 'node:child_process'
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

async function vitest(...args: string[]): Promise<Count> {
  const file = join(results, `${args.join('').replace(/\W/g, '')}.json`)
  const child = spawn(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--passWithNoTests', '--reporter=default', '--reporter=json',
    `--outputFile.json=${file}`, ...args, ...chosen], { cwd: root, stdio: 'inherit' })
  const stop = (signal: NodeJS.Signals) => { child.kill(signal) }
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(1))
    child.on('exit', (exit, signal) => done(signal ? 130 : exit ?? 1))
  })
  process.off('SIGTERM', stop)
  process.off('SIGHUP', stop)
  return countTests(readReport(file), code)
}

function readReport(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

async function withoutBrowser(): Promise<Count> {
  const tests = await vitest('--project', 'unit')
  const stories = await vitest('--project', 'stories', ...NONE)
  for (const story of stories.skippedNames) console.log(`skipped: ${story} (needs a browser: ${INSTALL_CHROMIUM})`)
  return add(tests, stories)
}

// Ctrl-C reaches vitest by itself; it ends its run in order, and we count after it.
process.on('SIGINT', () => undefined)
const count = findChromium() ? await vitest() : await withoutBrowser()
rmSync(results, { recursive: true, force: true })
console.log(inWords(count))
process.exitCode = count.failed > 0 || (count.passed === nothing.passed && chosen.length > 0) ? 1 : 0
