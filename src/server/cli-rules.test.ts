import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { runCli } from './cli.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp('/tmp/fotfeste-cli-rules-') })
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => { vi.restoreAllMocks() })

/** Runs a command line here; what it prints is kept. */
async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) vi.spyOn(process[name], 'write').mockImplementation((text) => { printed[name] += String(text); return true })
  const code = await runCli(args)
  vi.restoreAllMocks()
  return { code, ...printed }
}
async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const newYear = { offeredOn: '2026-01-01', schooling: 'higher', finalGoal: 'work' }
const ask = ['rules', 'ask', 'programme.length', '--on', '2026-03-01', '--facts'] as const

test('all rules are listed, or one, in the language asked for', async () => {
  const all = await run('rules', 'list')
  expect(all.code, all.stderr).toBe(0)
  expect(JSON.parse(all.stdout)).toMatchObject({ lawAsOf: '2026-07-02', rules: expect.arrayContaining([expect.objectContaining({ name: 'programme.length', certainty: 'V' })]), values: expect.arrayContaining([expect.objectContaining({ name: 'basicAmount' })]) })
  const one = JSON.parse((await run('rules', 'list', '--rule', 'programme.length', '--locale', 'nn')).stdout)
  expect(one.rules.map(({ title }: { title: string }) => title)).toEqual(['Kor lenge introduksjonsprogrammet kan vare'])
  expect(await run('rules', 'list', '--rule', 'nothing')).toMatchObject({ code: 1, stdout: expect.stringContaining('Disse finnes: ') })
})

test('a rule is asked without a database, and what cannot be decided is an answer', async () => {
  const given = await run(...ask, await file('facts.json', { ...newYear, offeredOn: '2026-02-01' }))
  expect(given.code, given.stderr).toBe(0)
  expect(JSON.parse(given.stdout)).toMatchObject({ answer: { upToMonths: 12 }, steps: [{ source: 'integreringsforskriften § 75' }, { force: 'shall' }] })
  const open = await run(...ask, await file('open.json', newYear))
  expect([open.code, JSON.parse(open.stdout).answer, JSON.parse(open.stdout).openQuestions[0].name]).toEqual([0, null, 'offerOnFirstOfJanuary'])
})

test('settings come from a file', async () => {
  const settings = await file('settings.json', { choices: { offerOnFirstOfJanuary: 'old_rules' } })
  expect(JSON.parse((await run(...ask, await file('open.json', newYear), '--settings', settings)).stdout)).toMatchObject({ answer: { regime: 'old' } })
  const unknown = await file('unknown.json', { choices: { offerOnFirstOfJanuary: 'both' } })
  expect(await run(...ask, await file('open.json', newYear), '--settings', unknown)).toMatchObject({ code: 1, stdout: expect.stringContaining('rules.unknownOption') })
  expect(await run(...ask, await file('open.json', newYear), '--settings', await file('odd.json', { choice: {} }))).toMatchObject({ code: 2, stderr: expect.stringContaining('choice') })
})

test('facts that cannot be are refused with every reason as JSON', async () => {
  const { code, stdout } = await run(...ask, await file('wrong.json', { schooling: 'university', schoolling: 'higher' }))
  expect(code).toBe(1)
  expect(JSON.parse(stdout).refused.map(({ code: reason }: { code: string }) => reason).toSorted()).toEqual(['facts.unknownName', 'facts.unknownValue'])
  expect(stdout).toContain('primary_not_completed, primary, upper_secondary, higher')
})

test('a command line that cannot be understood ends with 2', async () => {
  const facts = await file('facts.json', newYear)
  for (const args of [['rules'], ['rules', 'ask'], ['rules', 'ask', 'programme.length', '--facts', facts], ['rules', 'ask', 'programme.length', '--on', '1.3.2026', '--facts', facts],
    ['rules', 'ask', 'programme.length', '--on', '2026-03-01'], [...ask, join(folder, 'nowhere.json')], [...ask, await file('bad.json', '{')], ['rules', 'list', '--locale', 'sv']]) {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout], args.join(' ')).toEqual([2, ''])
    expect(stderr.length, args.join(' ')).toBeGreaterThan(10)
  }
})

test('facts come from the standard input', async () => {
  const { code, stdout } = await new Promise<{ code: number; stdout: string }>((ended) => {
    const child = execFile(process.execPath, [new URL('cli.ts', import.meta.url).pathname, ...ask, '-'], { encoding: 'utf8' }, (error, out) => ended({ code: typeof error?.code === 'number' ? error.code : 0, stdout: out }))
    child.stdin?.end(JSON.stringify({ ...newYear, offeredOn: '2025-12-31', permit: 'refugee' }))
  })
  expect([code, JSON.parse(stdout).answer.regime]).toEqual([0, 'old'])
})
