import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkMeeting, planMeeting } from './cli-meeting.ts'

let folder = ''
const day = { slots: [['10:00', '10:12'], ['10:15', '10:27']], employers: [{ id: 'Bakery' }], participants: [{ id: 'Ada' }, { id: 'Bo', until: '10:12' }], wishes: [['Ada', 'Bakery', 3, 3], ['Bo', 'Bakery', 1, 0]] }
const write = async (name: string, value: unknown): Promise<string> => { const file = join(folder, name); await writeFile(file, JSON.stringify(value)); return file }

beforeAll(async () => { folder = await mkdtemp('/tmp/fotfeste-meeting-') })
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a day in a file is planned with clock times, and the plan is checked', async () => {
  const file = await write('day.json', day)
  const { answer, code } = await planMeeting(file, { seed: '7' })
  expect([answer, code]).toEqual([expect.objectContaining({ value: 18, upperBound: 18, without: [], seed: 7, seconds: expect.any(Number), meetings: [
    { from: '10:00', to: '10:12', participant: 'Bo', employer: 'Bakery', room: 'room', table: 1, interpreter: undefined }, { from: '10:15', to: '10:27', participant: 'Ada', employer: 'Bakery', room: 'room', table: 1, interpreter: undefined }] }), 0])
  const plan = await write('plan.json', answer)
  expect(await checkMeeting(file, plan)).toEqual({ answer: { sound: true }, code: 0 })
  await writeFile(plan, (await readFile(plan, 'utf8')).replace('10:15', '10:00'))
  expect(await checkMeeting(file, plan)).toEqual({ answer: { sound: false, fault: 'Bakery has two meetings at table 1 at 10:00' }, code: 1 })
})

test('what cannot be planned or read is refused with the reasons', async () => {
  const file = await write('bad.json', { ...day, wishes: [['Eve', 'Bakery', 1, 1], ['Ada', 'Mill', 1, 1]] })
  expect(await planMeeting(file, {})).toEqual({ answer: { refused: ["wishes[0]: there is no participant 'Eve'.", "wishes[1]: there is no employer 'Mill'."] }, code: 1 })
  expect(await checkMeeting(file, file)).toMatchObject({ code: 1 })
  await expect(planMeeting(join(folder, 'nowhere.json'), {})).rejects.toThrow(/cannot be read/)
  await expect(planMeeting(await write('day.json', day), { seed: 'x' })).rejects.toThrow(/--seed/)
})
