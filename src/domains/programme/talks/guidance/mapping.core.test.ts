import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { PlanContent } from '../../plan/plan.schema.ts'
import { departures, mayDepart } from '../../plan/recommendation.core.ts'
import type { PersonFacts } from '../known/facts.schema.ts'
import { mayOrder } from './guidance.core.ts'
import { mappingOf, maySend } from './mapping.core.ts'

const TODAY = plainDate('2026-11-20')
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const facts: PersonFacts = {
  firstLanguage: 'ti', interpreterLanguage: 'ti', languages: [], education: [], certificates: [], wishes: [], frame: null, goal: null, words: [],
  work: [{ title: 'Kokk', occupationName: null, employer: 'Kafé Brygga', country: 'NO', fromYear: 2026, toYear: null, months: 3, evidence: 'claimed' }], skills: [{ name: 'Lage suppe', evidence: 'observed', on: TODAY, seenBy: 'Kafé Brygga' }],
}
const her = { name: 'Selam Tesfaye', birthDate: plainDate('1995-03-01'), phone: '90000000', email: 'selam@example.no', addressProtection: 'none' as const }

describe('the mapping that is sent along', () => {
  test('says what it leaves out, and of one who is protected nothing that leads to where she is', () => {
    expect(mappingOf(her, facts)).toMatchObject({ phone: '90000000', leftOut: ['number', 'address', 'health', 'family', 'care', 'economy', 'case'] })
    for (const addressProtection of ['confidential', 'strictly_confidential'] as const) {
      const hidden = mappingOf({ ...her, addressProtection }, facts)
      expect(JSON.stringify(hidden)).not.toMatch(/90000000|selam@|Brygga/)
      expect(hidden.leftOut).toEqual(expect.arrayContaining(['contact', 'employers']))
    }
  })

  test('is sent once, to somebody she was referred to, and after she was told of this very one', () => {
    const sending = { paper: { sentOn: null, madeOn: addDays(TODAY, -2) }, receiver: 'Karriere Fjord', referredOn: addDays(TODAY, -3), today: TODAY }
    const input = { informedOn: addDays(TODAY, -1), informedHow: 'meeting' as const, sentOn: TODAY }
    expect(maySend(input, sending)).toEqual([])
    expect(codes(maySend({ ...input, informedOn: null, informedHow: null }, { ...sending, receiver: null, paper: { ...sending.paper, sentOn: TODAY } }))).toEqual(['mapping.isSent', 'mapping.notReferred', 'mapping.tellFirst', 'mapping.tellHow'])
    expect(codes(maySend({ ...input, informedOn: addDays(TODAY, -3) }, sending))).toEqual(['mapping.toldOfAnother'])
    expect(codes(maySend({ ...input, informedOn: addDays(TODAY, 1), sentOn: TODAY }, sending))).toEqual(['mapping.sentBeforeTold'])
    expect(codes(maySend({ ...input, sentOn: addDays(TODAY, 1) }, sending))).toEqual(['mapping.sentInFuture'])
  })
})

test('guidance is ordered by today, and the talk is not before it', () => {
  expect(codes(mayOrder({ orderedOn: addDays(TODAY, 1), plannedOn: TODAY }, TODAY))).toEqual(['guidance.orderedInFuture', 'guidance.talkBeforeOrder'])
  expect(mayOrder({ orderedOn: TODAY, plannedOn: null }, TODAY)).toEqual([])
})

describe('a plan beside the recommendation', () => {
  const recommended = { finalGoal: 'vocational_training' as const, occupationCode: '5120', occupationName: 'Kokk', proposals: null, doneOn: TODAY, registeredOn: TODAY, registeredBy: null }
  test('goes another way only where both say something', () => {
    expect(departures(recommended, PlanContent.parse({}))).toEqual([])
    expect(departures({ finalGoal: null, occupationCode: null }, PlanContent.parse({ finalGoal: 'work', occupationCode: '5120' }))).toEqual([])
    expect(departures(recommended, PlanContent.parse({ finalGoal: 'work', occupationCode: '5131' }))).toEqual(['finalGoal', 'occupation'])
  })

  test('may do so when it says why', () => {
    const plan = PlanContent.parse({ finalGoal: 'work', occupationCode: '5120' })
    expect(codes(mayDepart(recommended, plan))).toEqual(['plan.guidanceUnexplained'])
    expect(mayDepart(recommended, { ...plan, guidanceDeviation: 'Hun vil i jobb først' })).toEqual([])
    expect(mayDepart(null, plan)).toEqual([])
  })
})
