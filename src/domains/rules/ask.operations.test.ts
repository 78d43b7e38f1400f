import { expect, test } from 'vitest'
import { Forbidden } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { loadGrounds } from './load-grounds.ts'

const world = useWorld()
const on = plainDate('2026-03-01')
const newYear = { rule: 'programme.length', on, facts: { offeredOn: '2026-01-01', schooling: 'higher', finalGoal: 'work' } }

test('everybody who works with rules lists them, and others do not', async () => {
  const here = await aMunicipality(world())
  const all = await (await here.as('nav_adviser')).call('rules.list', {})
  expect(all.rules.find(({ name }) => name === 'programme.length')).toMatchObject({ decidedBy: [{ name: 'offeredOn' }], checkedBy: 'IMDi',
    facts: { properties: { schooling: { title: 'Høyeste fullførte skolegang', enum: expect.arrayContaining(['higher']), oneOf: expect.arrayContaining([{ const: 'higher', title: 'Høyere utdanning' }]) } } } })
  const one = await (await here.as('teacher')).call('rules.list', { rule: 'programme.length', locale: 'en' })
  expect(one.rules.map(({ title }) => title)).toEqual(['How long the introduction programme may last'])
  expect(await (await here.as('teacher')).refusals('rules.list', { rule: 'programme.lenght' })).toMatchObject([{ code: 'rules.unknownRule', params: { known: expect.stringContaining('programme.length') } }])
  await expect((await here.as('hr_leader')).call('rules.list', {})).rejects.toThrow(Forbidden)
})

test('a question is answered in words, and leaves no trace of whoever it is about', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const answer = await adviser.call('rules.ask', { ...newYear, facts: { ...newYear.facts, offeredOn: '2026-02-01' } })
  expect(answer).toMatchObject({ rule: 'programme.length', answer: { upToMonths: 12 }, says: expect.arrayContaining([{ name: 'upToMonths', text: 'Varer inntil 12 måneder.' }]) })
  expect((await world().owner.query('select from audit_log where municipality_id = $1', [here.id])).rowCount).toBe(0)
})

test('all that is wrong with a question is said at once, with what is known', async () => {
  const adviser = await (await aMunicipality(world())).as('programme_adviser')
  const refused = await adviser.refusals('rules.ask', { ...newYear, facts: { schoolling: 'higher', schooling: 'university' }, choices: { offerOnFirstOfJanuary: 'both', other: 'x' } })
  expect(refused.map(({ code, path }) => `${code} ${path}`).toSorted()).toEqual([
    'facts.unknownName facts.schoolling', 'facts.unknownValue facts.schooling', 'rules.unknownChoice choices.other', 'rules.unknownOption choices.offerOnFirstOfJanuary'])
  expect(await adviser.refusals('rules.ask', { ...newYear, rule: 'programme.size' })).toMatchObject([{ code: 'rules.unknownRule', path: 'rule' }])
})

test('what is open cannot be decided, until a choice is tried', async () => {
  const adviser = await (await aMunicipality(world())).as('programme_adviser')
  const open = await adviser.call('rules.ask', newYear)
  expect(open).toMatchObject({ answer: null, openQuestions: [{ kind: 'choice', name: 'offerOnFirstOfJanuary', ask: 'IMDi' }] })
  expect(await adviser.call('rules.ask', { ...newYear, choices: { offerOnFirstOfJanuary: 'old_rules' } })).toMatchObject({ answer: { regime: 'old', upToMonths: 6 }, choices: [{ name: 'offerOnFirstOfJanuary', option: 'old_rules', optionLabel: 'Følger de gamle reglene' }] })
})

test('two choices or two days are laid beside each other', async () => {
  const adviser = await (await aMunicipality(world())).as('programme_adviser')
  const compared = await adviser.call('rules.compare', { rule: newYear.rule, facts: newYear.facts,
    first: { on, choices: { offerOnFirstOfJanuary: 'new_rules' } }, second: { on, choices: { offerOnFirstOfJanuary: 'old_rules' } } })
  expect(compared.differs).toEqual(expect.arrayContaining([{ path: 'upToMonths', first: 12, second: 6 }, { path: 'extension', first: 'none', second: 'may' }]))
  expect(compared.steps.first).toEqual([expect.stringContaining('12 måneder')])
  expect(await adviser.refusals('rules.compare', { rule: newYear.rule, facts: { x: 1 }, first: { on }, second: { on } })).toMatchObject([{ code: 'facts.unknownName' }])
})

test('a municipality that has entered nothing has nothing', async () => {
  expect(await (await aMunicipality(world())).put((tx) => loadGrounds(tx))).toEqual({ entered: [], settings: { choices: {}, commenced: {} } })
})
