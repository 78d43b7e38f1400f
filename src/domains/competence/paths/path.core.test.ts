import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import nb from './messages/nb.json' with { type: 'json' }
import type { PathFacts } from './path.core.ts'
import { maySavePath, maySettleStep, practiceOf, statesOf, timeLeft, whyShown } from './path.core.ts'
import { FORMS, SavePathInput, TradePath } from './path.schema.ts'
import { TRADES, standardPath } from './standard-paths.core.ts'

const TODAY = plainDate('2026-11-20')
const ID = '00000000-0000-4000-8000-000000000000'
const texts = new Map(Object.entries(nb))
const words: Parameters<typeof standardPath>[3] = { trade: (key) => texts.get(`trade.${key}`) ?? '', step: (form, kind) => texts.get(`standard.${form}.${kind}`) ?? null, text: (form, part) => texts.get(`standard.${form}.${part}`) ?? '' }
const standard = TRADES.flatMap((trade) => trade.forms.map((form) => standardPath(ID, trade, form, words)))
const path = (form: (typeof FORMS)[number]) => TradePath.parse({ ...standard.find((one) => one.form === form), version: 1 })
const facts = (over: Partial<PathFacts> = {}): PathFacts => ({ norwegian: {}, work: [], tradeCertificates: [], ...over })
const work = (occupationCode: string | null, country: string, months: number | null) => ({ occupationCode, country, months })
const B1 = { listening: 'B1', reading: 'B1', writing: 'B1', oral: 'B2' }
const stateBy = (one: ReturnType<typeof path>, known: PathFacts, done: Parameters<typeof statesOf>[2] = []) => Object.fromEntries(statesOf(one, known, done).map(({ step, state }) => [step.kind, state]))

describe('the roads we ship', () => {
  test.each(standard.map((one) => [`${one.trade} ${one.form}`, one] as const))('%s is whole, worded, and not confirmed by anybody', (_, one) => {
    expect(SavePathInput.parse(one)).toEqual(one)
    expect(maySavePath(one, TODAY)).toEqual([])
    expect([one.trade, one.requirements, one.adaptations, one.paidBy, one.ask, one.unconfirmed].filter((text) => text === null || text === '')).toEqual([])
    expect([one.confirmedOn, one.steps.at(-1)?.kind]).toEqual([null, 'trade_test'])
  })

  test('are of every form', () => {
    expect(FORMS.filter((form) => !standard.some((one) => one.form === form))).toEqual([])
  })
})

describe('a road', () => {
  test('is refused with a step twice, Norwegian without a level, or half a confirmation', () => {
    const [first] = path('on_the_job').steps
    const codes = (over: object) => maySavePath({ steps: path('on_the_job').steps, confirmedOn: null, confirmedWith: null, ...over }, TODAY).map(({ code }) => code)
    expect(codes({ steps: [first, first] })).toEqual(['path.stepTwice'])
    expect(codes({ steps: [{ id: 'a', kind: 'norwegian', months: null, note: null, levels: null }] })).toEqual(['path.noLevel'])
    expect([codes({ confirmedWith: 'Fylket' }), codes({ confirmedWith: 'Fylket', confirmedOn: plainDate('2026-11-21') })]).toEqual([['path.confirmedHalf'], ['path.inFuture']])
    expect([maySettleStep('exam', TODAY, path('on_the_job').steps, TODAY), maySettleStep('nowhere', plainDate('2027-01-01'), [], TODAY).map(({ code }) => code)]).toEqual([[], ['path.noStep', 'path.inFuture']])
  })

  test('is shown first for the plan, then a wish, then work', () => {
    const near = { plan: null, wishes: [], work: [] }
    expect([whyShown(path('on_the_job'), { ...near, plan: '5321' }), whyShown(path('on_the_job'), { ...near, wishes: [null, '5329'] }), whyShown(path('on_the_job'), { ...near, work: ['5321'] }), whyShown(path('on_the_job'), near)]).toEqual(['plan', 'wish', 'work', 'none'])
  })
})

describe('where she is', () => {
  test('begins with the first step, and nothing is assumed', () => {
    expect(stateBy(path('on_the_job'), facts())).toEqual({ assistant: 'next', norwegian: 'later', practice: 'later', training: 'later', exam: 'later', trade_test: 'later' })
    expect(statesOf(path('on_the_job'), facts(), [])[1]?.lacking).toEqual(['listening', 'reading', 'writing', 'oral'].map((skill) => ({ skill, needs: 'B1', has: null })))
  })

  test('follows from her competence: work in Norway, Norwegian skill by skill, months, a certificate that is shown', () => {
    const known = facts({ norwegian: { ...B1, writing: 'A2' }, work: [work('5329', 'NO', 14), work('2221', 'NO', 90)] })
    expect(stateBy(path('on_the_job'), known)).toMatchObject({ assistant: 'done', norwegian: 'next', practice: 'done', training: 'later' })
    expect(statesOf(path('on_the_job'), known, [])[1]?.lacking).toEqual([{ skill: 'writing', needs: 'B1', has: 'A2' }])
    expect(stateBy(path('on_the_job'), facts({ norwegian: B1, tradeCertificates: ['Fagbrev i helsearbeiderfaget'] }))).toMatchObject({ norwegian: 'done', trade_test: 'done', assistant: 'next' })
  })

  test('counts practice abroad apart, since the county decides what of it counts', () => {
    const abroad = [work('5321', 'UA', 120), work('5329', 'NO', 10), work('5321', 'NO', null), work(null, 'NO', 50)]
    expect(practiceOf(path('practice_candidate'), abroad)).toEqual({ here: 10, abroad: 120, unmeasured: 1 })
    expect(stateBy(path('practice_candidate'), facts({ work: abroad })).practice).toBe('later')
  })

  test('is further on when a step is noted, and the time left is less', () => {
    const one = path('on_the_job')
    const done = [{ stepId: 'assistant', on: TODAY }, { stepId: 'training', on: TODAY }]
    expect(stateBy(one, facts(), done)).toMatchObject({ assistant: 'done', norwegian: 'next', training: 'done' })
    expect(timeLeft(statesOf(one, facts({ work: [work('5321', 'NO', 4)] }), done))).toEqual({ months: 8, atLeast: true })
    expect(timeLeft(statesOf(one, facts(), [...done, { stepId: 'practice', on: TODAY }, { stepId: 'exam', on: TODAY }]))).toEqual({ months: 0, atLeast: false })
  })

  test('has at most one next step, none when all are done, and never more time left for having done more', () => {
    const levels = fc.record({ listening: fc.constantFrom('A1', 'B1', 'native'), reading: fc.constantFrom('A2', 'B2'), writing: fc.constantFrom('A1-', 'B1'), oral: fc.constantFrom('A1', 'C1') })
    const jobs = fc.array(fc.record({ occupationCode: fc.constantFrom('5321', '5329', '9112', null), country: fc.constantFrom('NO', 'UA'), months: fc.option(fc.nat(80)) }), { maxLength: 4 })
    fc.assert(fc.property(fc.constantFrom(...FORMS), levels, jobs, fc.array(fc.nat(6), { maxLength: 6 }), (form, norwegian, list, marks) => {
      const one = path(form)
      const known = facts({ norwegian, work: list })
      const done = [...new Set(marks)].flatMap((at) => one.steps[at] ?? []).map(({ id }) => ({ stepId: id, on: TODAY }))
      const [before, after] = [statesOf(one, known, []), statesOf(one, known, done)]
      expect(after.filter(({ state }) => state === 'next')).toHaveLength(after.every(({ state }) => state === 'done') ? 0 : 1)
      expect(timeLeft(after).months).toBeLessThanOrEqual(timeLeft(before).months)
    }))
  })
})
