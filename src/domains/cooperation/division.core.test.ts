import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { divisionDifferences } from './compare.core.ts'
import * as core from './division.core.ts'
import type { DivisionContent, Duty } from './division.schema.ts'
import { BODY_KEYS, DUTY_KINDS, DivisionContent as Content, PHASES, SaveDivisionInput } from './division.schema.ts'
import { firstDraft, splitByPhase, withoutBodies } from './draft.core.ts'

const TODAY = plainDate('2026-11-20')
const ids = (() => { let at = 0; return () => `00000000-0000-4000-8000-${String(at++).padStart(12, '0')}` })()
const draft = (): DivisionContent => firstDraft({ body: (key) => key, duty: (kind) => kind, newId: ids, bodyKeys: BODY_KEYS, kinds: DUTY_KINDS })
const dutyOf = (content: DivisionContent): Duty => { const [first] = content.duties; if (first === undefined) throw new Error('a draft has duties'); return first }
const input = (over: object = {}) => SaveDivisionInput.parse({ id: ids(), content: draft(), agreedOn: TODAY, agreedBy: 'Alle', validFrom: TODAY, ...over })
const codes = (over: object, before?: { agreedOn: typeof TODAY | null }) => core.maySaveDivision(input(over), before, TODAY).map(({ code }) => code)
const with0 = (over: object): { content: DivisionContent } => { const content = draft(); return { content: { ...content, duties: content.duties.map((duty, at) => (at === 0 ? { ...duty, ...over } : duty)) } } }

describe('a version', () => {
  test('may be saved as agreed, as a proposal, and as a change that says why', () => {
    expect([codes({}), codes({ agreedOn: null, agreedBy: null }), codes({ reason: 'Nav tar jobbene' }, { agreedOn: TODAY })]).toEqual([[], [], []])
  })

  test.each([
    [{ agreedBy: null }, 'division.agreedHalf'], [{ agreedOn: plainDate('2026-11-21') }, 'division.agreedInFuture'], [{ reviewOn: TODAY, reviewerId: ids() }, 'division.reviewBeforeStart'],
    [{ reviewOn: plainDate('2027-11-20') }, 'division.reviewer'], [with0({ responsible: 'nowhere' }), 'division.bodyUnknown'], [with0({ responsible: 'hr', told: ['hr'] }), 'division.partTwice'], [with0({ kind: 'find_job' }), 'division.dutyTwice'],
  ])('is refused with %o', (over, code) => {
    expect(codes(over)).toEqual([code])
  })

  test('that changes an earlier one says why', () => {
    expect(codes({}, { agreedOn: null })).toEqual(['division.reason'])
  })

  test('holds from its day until a newer agreed one begins; a proposal never does', () => {
    const version = (number: number, agreedOn: string | null, validFrom: string) => ({ number, agreedOn: agreedOn === null ? null : plainDate(agreedOn), validFrom: plainDate(validFrom) })
    const all = [version(1, '2026-01-01', '2026-01-01'), version(2, null, '2026-02-01'), version(3, '2026-03-01', '2026-03-01'), version(4, '2026-11-01', '2027-01-01'), version(5, null, '2026-05-01')]
    expect([...core.statesOf(all, TODAY)]).toEqual([[1, 'former'], [2, 'former'], [3, 'holds'], [4, 'coming'], [5, 'proposal']])
    expect([...core.statesOf(all, plainDate('2027-01-01'))].filter(([, state]) => state === 'holds')).toEqual([[4, 'holds']])
  })

  test('at most one holds on any day, whatever there is', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((one) => plainDate(`2026-11-${String(one).padStart(2, '0')}`))
    fc.assert(fc.property(fc.array(fc.record({ agreedOn: fc.option(day), validFrom: day }), { minLength: 1, maxLength: 8 }), (list) => {
      const states = core.statesOf(list.map((one, at) => ({ ...one, number: at + 1 })), TODAY)
      const holding = [...states.values()].filter((state) => state === 'holds').length
      expect(holding).toBe(list.some(({ agreedOn, validFrom }) => agreedOn !== null && validFrom <= TODAY) ? 1 : 0)
    }))
  })
})

describe('who has a duty', () => {
  test('is by the phase where it differs, else always; by its own contact, else the body’s', () => {
    const content = draft()
    const duty = dutyOf(content)
    const rows = splitByPhase({ ...duty, responsible: 'hr' }, ids)
    expect(rows.map(({ phase }) => phase)).toEqual(['before', 'during', 'after'])
    expect(rows[0]?.id).toBe(duty.id)
    expect(core.rowFor(rows, 'ring_first', 'during')?.phase).toBe('during')
    expect(core.rowFor(rows, 'ring_first', 'any')).toBeUndefined()
    expect(core.rowFor(content.duties, 'ring_first', 'during')?.phase).toBe('any')
    const bodies = content.bodies.map((body) => (body.key === 'hr' ? { ...body, contact: { accountId: null, text: 'Hilde, 900 00 000' } } : body))
    expect(core.contactsOf({ ...duty, responsible: 'hr' }, bodies).contact.text).toBe('Hilde, 900 00 000')
    expect(core.contactsOf({ ...duty, responsible: 'hr', contact: { accountId: null, text: 'Per' } }, bodies).contact.text).toBe('Per')
  })

  test('is a gap where nobody does, nobody can be rung, the contact has left, or the duty is left out', () => {
    const gone = ids()
    const content = draft()
    const bodies = content.bodies.map((body) => (body.key === 'hr' ? { ...body, contact: { accountId: gone, text: null } } : body))
    const duties = content.duties.slice(0, 3).map((duty, at) => ({ ...duty, responsible: [null, 'hr', 'state_nav'][at] ?? null }))
    const gaps = core.gapsOf({ ...content, bodies, duties }, new Set([gone]))
    expect(gaps.slice(0, 3).map(({ why }) => why)).toEqual(['nobody', 'contact_gone', 'no_contact'])
    expect(gaps.slice(3).map(({ why }) => why)).toEqual(Array.from({ length: DUTY_KINDS.length - 3 }, () => 'left_out'))
  })

  test('the draft we ship is whole, gives nothing to anybody, and so is all gaps', () => {
    expect(Content.safeParse(draft()).success).toBe(true)
    expect(core.gapsOf(draft(), new Set()).map(({ why }) => why)).toEqual(DUTY_KINDS.map(() => 'nobody'))
  })

  test('is nobody after its body is taken out', () => {
    const duties = draft().duties.map((duty) => ({ ...duty, responsible: 'hr', takesPart: ['units'], told: ['health'] }))
    expect(withoutBodies(duties, ['health'])[0]).toMatchObject({ responsible: null, takesPart: [], told: ['health'] })
  })
})

test('a review is due a month before its day and until it is done', () => {
  const days = ['2026-12-21', '2026-12-20', '2026-10-01'].map((day) => core.isReviewDue(plainDate(day), TODAY))
  expect([...days, core.isReviewDue(null, TODAY)]).toEqual([false, true, true, false])
})

describe('what a version changed', () => {
  test('is said by duty and body, with accounts by name', () => {
    const [before, accountId] = [draft(), ids()]
    const after = { ...before, openQuestions: 'Hvem betaler?', bodies: before.bodies.map((body) => (body.key === 'hr' ? { ...body, contact: { accountId, text: null } } : body)),
      duties: [...before.duties.slice(1).map((duty) => (duty.kind === 'find_job' ? { ...duty, responsible: 'hr' } : duty)), { ...dutyOf(before), id: ids(), name: 'Egen' }] }
    expect(divisionDifferences(before, after, () => 'Hilde').map(({ what, name, change, after: now }) => [what, name, change, now])).toEqual([
      ['duty', 'find_job', 'changed', 'hr'], ['duty', 'Egen', 'added', ''], ['duty', 'ring_first', 'removed', null], ['body', 'hr', 'changed', 'hr · Hilde'], ['questions', '', 'changed', 'Hvem betaler?']])
  })

  test('is nothing between a version and itself', () => {
    fc.assert(fc.property(fc.constantFrom(...PHASES), (phase) => { const content = draft(); expect(divisionDifferences(content, { ...content, duties: content.duties.map((duty) => ({ ...duty })) }, () => phase)).toEqual([]) }))
  })
})
