import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden } from '#platform/problem.ts'
import { instantOf, plainDate } from '#shared/date.ts'
import { basicAmount } from '#rules/basic-amount.ts'
import { valueOn } from '#rules/parameter.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { loadGrounds } from './load-grounds.ts'

const world = useWorld()
const on = plainDate('2026-03-01')
const may = plainDate('2027-05-01')
const question = { rule: 'programme.length', on, facts: { offeredOn: '2026-01-01', schooling: 'higher', finalGoal: 'work' } }
const rate = (more: object = {}) => ({ id: randomUUID(), name: 'basicAmount', appliesFrom: may, value: 140_000, source: 'FOR-2027-05-20-1', certainty: 'V' as const, replaces: null, ...more })
const choice = (more: object = {}) => ({ id: randomUUID(), name: 'offerOnFirstOfJanuary', option: 'new_rules', reason: 'Slik leser vi «etter».', source: 'Svar fra IMDi 3. februar 2026', replaces: null, ...more })

test('a rate that was entered is used from its day, goes before the built-in one, and is corrected by a new row', async () => {
  const here = await aMunicipality(world())
  const administrator = await here.as('administrator')
  const first = rate()
  await administrator.call('rules.enterValue', first)
  const second = rate({ value: 141_500, replaces: first.id })
  await administrator.call('rules.enterValue', second)
  await administrator.call('rules.enterValue', rate({ appliesFrom: plainDate('2025-05-01'), value: 130_161 }))
  const { entered } = await here.put((tx) => loadGrounds(tx))
  expect(valueOn(basicAmount, plainDate('2027-06-01'), entered)).toMatchObject({ value: 141_500, source: { act: 'FOR-2027-05-20-1', certainty: 'V' } })
  expect(valueOn(basicAmount, plainDate('2025-06-01'), entered)?.value).toBe(130_161)
  expect(valueOn(basicAmount, plainDate('2026-06-01'), entered)?.value).toBe(136_549)
  const listed = (await administrator.call('rules.listSettings', {})).values.find(({ name }) => name === 'basicAmount')
  expect(listed?.entered.map(({ value, isCurrent }) => [value, isCurrent])).toEqual([[130_161, true], [141_500, true], [140_000, false]])
  expect(listed?.entered[0]?.by).toContain('administrator')
})

test('a repeal is a value, and a mistaken entry is withdrawn', async () => {
  const here = await aMunicipality(world())
  const administrator = await here.as('administrator')
  const mistaken = rate({ value: null })
  await administrator.call('rules.enterValue', mistaken)
  const grounds = () => here.put((tx) => loadGrounds(tx))
  expect(valueOn(basicAmount, plainDate('2027-06-01'), (await grounds()).entered)).toMatchObject({ value: null })
  await administrator.call('rules.enterValue', rate({ value: null, isWithdrawn: true, replaces: mistaken.id }))
  expect((await grounds()).entered).toEqual([])
})

test('a rate is refused without source, under an unknown name, and when somebody was first', async () => {
  const here = await aMunicipality(world())
  const administrator = await here.as('administrator')
  expect(await administrator.refusals('rules.enterValue', rate({ name: 'basicAmmount', source: '?' }))).toMatchObject([{ code: 'rules.unknownValue', params: { known: expect.stringContaining('basicAmount') } }, { code: 'rules.needsSource', path: 'source' }])
  expect(await administrator.refusals('rules.enterValue', rate({ value: null, isWithdrawn: true }))).toMatchObject([{ code: 'rules.nothingToWithdraw' }])
  await administrator.call('rules.enterValue', rate())
  expect(await administrator.refusals('rules.enterValue', rate({ value: 1 }))).toMatchObject([{ code: 'constraint.rule_value_replaced_once' }])
  for (const role of ['programme_adviser', 'manager', 'auditor'] as const) await expect((await here.as(role)).call('rules.enterValue', rate())).rejects.toThrow(Forbidden)
})

test('two who enter at once do not both win: the database keeps one', async () => {
  const here = await aMunicipality(world())
  const put = () => here.put((tx) => tx.insertInto('ruleValue').values(rate()).execute())
  await put()
  await expect(put()).rejects.toMatchObject({ constraint: 'rule_value_replaced_once' })
})

test('a choice decides what was open, says why, and its history stays', async () => {
  const here = await aMunicipality(world())
  const administrator = await here.as('administrator')
  const adviser = await here.as('programme_adviser')
  const first = choice()
  await administrator.call('rules.choose', first)
  expect(await adviser.call('rules.ask', question)).toMatchObject({ answer: { regime: 'new' } })
  const between = instantOf(new Date())
  const second = choice({ option: 'old_rules', replaces: first.id, reason: 'IMDi har svart noe annet.' })
  await administrator.call('rules.choose', second)
  expect(await adviser.call('rules.ask', question)).toMatchObject({ answer: { regime: 'old' } })
  expect(await adviser.call('rules.ask', { ...question, at: between })).toMatchObject({ answer: { regime: 'new' } })
  await administrator.call('rules.choose', choice({ option: null, replaces: second.id, reason: 'Vi venter på svar.' }))
  expect(await adviser.call('rules.ask', question)).toMatchObject({ answer: null })
  const { choices, actions } = await adviser.call('rules.listSettings', { locale: 'en' })
  expect(actions).toEqual([])
  expect(choices.find(({ name }) => name === first.name)).toMatchObject({ chosen: null, ask: 'IMDi', entered: [{ option: null, isCurrent: true }, { option: 'old_rules' }, { option: 'new_rules', reason: first.reason, source: first.source }] })
})

test('a choice is refused with all that is wrong', async () => {
  const administrator = await (await aMunicipality(world())).as('administrator')
  expect(await administrator.refusals('rules.choose', choice({ option: 'both', reason: 'x' }))).toMatchObject([{ code: 'rules.unknownOption', params: { known: 'new_rules, old_rules' } }, { code: 'rules.needsSource', path: 'reason' }])
  expect(await administrator.refusals('rules.choose', choice({ option: null }))).toMatchObject([{ code: 'rules.nothingToWithdraw' }])
})

test('only what is enacted and known is commenced', async () => {
  const administrator = await (await aMunicipality(world())).as('administrator')
  expect(await administrator.refusals('rules.commence', { id: randomUUID(), name: 'nothing', onDay: null, source: 'Kgl.res.', replaces: null })).toMatchObject([{ code: 'rules.nothingToWithdraw' }, { code: 'rules.unknownEnacted' }])
})

test('what one municipality enters is nothing to another, and nothing can be changed or taken out', async () => {
  const [here, there] = [await aMunicipality(world()), await aMunicipality(world())]
  await (await here.as('administrator')).call('rules.choose', choice())
  expect((await there.put((tx) => loadGrounds(tx))).settings.choices).toEqual({})
  await expect(here.put((tx) => tx.updateTable('ruleChoice').set({ option: 'old_rules' }).execute())).rejects.toMatchObject({ code: '42501' })
  await expect(here.put((tx) => tx.deleteFrom('ruleChoice').execute())).rejects.toMatchObject({ code: '42501' })
})
