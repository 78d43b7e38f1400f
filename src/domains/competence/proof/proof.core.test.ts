import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { assessmentRefusals, chosenAtFirst, chosenNow, codeFrom, isSkill, maySee, trialActions, typedCode } from './proof.core.ts'

const TODAY = plainDate('2026-11-20')
const ordered = { orderedOn: plainDate('2026-10-01'), heldOn: plainDate('2026-10-20'), result: 'part' as const, resultOn: TODAY, approved: ['Vg1'], paperOn: null }

test('an assessment has its days in order, and a part says which part', () => {
  const codes = (over: Partial<Parameters<typeof assessmentRefusals>[0]>) => assessmentRefusals({ ...ordered, ...over }, TODAY).map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ orderedOn: addDays(TODAY, 1), heldOn: null, result: null, resultOn: null, approved: [] })).toEqual(['proof.inFuture'])
  expect(codes({ heldOn: plainDate('2026-09-01') })).toEqual(['proof.beforeOrdered'])
  expect(codes({ resultOn: null })).toEqual(['proof.resultDay'])
  expect(codes({ resultOn: plainDate('2026-10-05') })).toEqual(['proof.resultOrder'])
  expect(codes({ approved: [] })).toEqual(['proof.whichPart'])
  expect(codes({ result: 'none', paperOn: TODAY })).toEqual(['proof.nothingApproved', 'proof.paperOfResult'])
})

test('what was seen is noted of a trial’s own tasks, while it is open; a link adds and changes nothing', () => {
  const trial = { startsOn: plainDate('2026-11-01'), closedOn: null, tasks: [{ id: 'a', seen: null }, { id: 'b', seen: 'alone' as const }] }
  const codes = (ids: string[], over: object = {}, byLink = false, seenOn = TODAY) => maySee({ seenBy: 'Kari', seenRole: 'kokk', tasks: ids.map((id) => ({ id, seen: 'alone' as const })) }, { ...trial, ...over }, { seenOn, today: TODAY, byLink }).map(({ code }) => code)
  expect(codes(['a', 'b'])).toEqual([])
  expect(codes(['a', 'b'], {}, true)).toEqual(['proof.seenBefore'])
  expect(codes(['c', 'c'])).toEqual(['proof.otherTask', 'proof.taskTwice'])
  expect(codes(['a'], { closedOn: TODAY })).toEqual(['proof.trialClosed'])
  expect(codes(['a'], {}, false, plainDate('2026-10-31'))).toEqual(['proof.seenDay'])
})

test('only what she does alone is a skill, and a closed trial is left alone', () => {
  expect((['alone', 'with_help', 'not_yet', 'not_seen', null] as const).filter(isSkill)).toEqual(['alone'])
  const open = { closedOn: null, agreementId: 'x', tasks: [{ seen: null }] }
  expect(trialActions(open, { change: true, note: true })).toEqual(['note', 'ask', 'close'])
  expect(trialActions({ ...open, agreementId: null }, { change: false, note: true })).toEqual(['note'])
  expect(trialActions({ ...open, closedOn: TODAY }, { change: true, note: true })).toEqual([])
})

test('nothing that is only said is ticked before she has chosen, and nothing new afterwards', () => {
  const evidence = fc.constantFrom('claimed' as const, 'documented' as const, 'tested' as const, 'observed' as const)
  const items = fc.uniqueArray(fc.record({ key: fc.string(), evidence }), { selector: ({ key }) => key })
  fc.assert(fc.property(items, fc.array(fc.string()), (all, before) => {
    expect(chosenAtFirst(all)).toEqual(all.filter((one) => one.evidence !== 'claimed').map(({ key }) => key))
    expect(chosenNow(all, before).every((key) => before.includes(key))).toBe(true)
    expect(chosenNow(all, undefined)).toEqual(chosenAtFirst(all))
  }))
})

test('a code has eight signs nobody mistakes, and is known again however it is typed', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
    const code = codeFrom(bytes)
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    expect(typedCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code)
  }))
})
