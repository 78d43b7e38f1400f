import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isInAge, letterOf, levelAt } from './change.ts'
import { citizenshipAppliedBeforeChange } from './choices.ts'
import { CITIZENSHIP_EXCEPTIONS, CITIZENSHIP_TEST_EXCEPTIONS } from './facts.ts'
import { isAtLeast } from './levels.ts'

const names = ['birthDate', 'applicationOn', 'testOral', 'citizenshipException', 'citizenshipTestPassed', 'citizenshipTestException', 'isNordicWhoUnderstands', 'hasWeightyReasonsAgainstLevel'] as const
type Ask = Asking<(typeof names)[number]>
const [act, regulation] = ['LOV-2005-06-10-51', 'FOR-2006-06-30-756']

/** What is asked for citizenship; level null where the requirement does not hold for her. */
export const CitizenshipRequirement = z.object({ oralLevel: CefrLevel.nullable(), oralMet: z.boolean(), testRequired: z.boolean(), testMet: z.boolean() })
type Oral = Pick<z.infer<typeof CitizenshipRequirement>, 'oralLevel' | 'oralMet'>

/** Exceptions e, f, g and i still ask for A2 (statsborgerforskriften § 4-1 second paragraph). */
const stillA2: readonly string[] = ['refugee_over_55', 'disability_over_55', 'health_or_personal', 'stateless']

function byException(ask: Ask, exception: string): Oral {
  ask.step('step.language.citizenshipExcepted', ref(regulation, '4-1', { ledd: 1, letter: letterOf(CITIZENSHIP_EXCEPTIONS, exception) }))
  if (!stillA2.includes(exception)) return { oralLevel: null, oralMet: true }
  const source = ref(regulation, '4-1', { ledd: 2 })
  if (ask.need('hasWeightyReasonsAgainstLevel').hasWeightyReasonsAgainstLevel) {
    ask.judge('judge.language.weightyReasons', source)
    return { oralLevel: null, oralMet: true }
  }
  ask.step('step.language.citizenshipStillA2', source, { params: { level: 'A2' }, force: 'shall' })
  return { oralLevel: 'A2', oralMet: isAtLeast(ask.need('testOral').testOral, 'A2') }
}

/** Oral B1 from 1 October 2022, A2 before (statsborgerloven § 8). */
function oral(ask: Ask): Oral {
  const { citizenshipException } = ask.need('citizenshipException')
  if (citizenshipException !== 'none') return byException(ask, citizenshipException)
  const { level, isOlder } = levelAt(ask, plainDate('2022-10-01'), ['A2', 'B1'], citizenshipAppliedBeforeChange)
  const source = ref(act, '8', { ledd: 1, sentence: 1, certainty: isOlder ? 'K' : 'V' })
  if (isOlder) ask.judge('judge.language.olderLevel', source, { params: { level } })
  ask.step('step.language.citizenshipOral', source, { params: { level }, force: 'shall' })
  return { oralLevel: level, oralMet: isAtLeast(ask.need('testOral').testOral, level) }
}

function test(ask: Ask): { testRequired: boolean; testMet: boolean } {
  const { citizenshipTestException } = ask.need('citizenshipTestException')
  if (citizenshipTestException !== 'none') {
    ask.step('step.language.citizenshipTestExcepted', ref(regulation, '4-2', { ledd: 1, letter: letterOf(CITIZENSHIP_TEST_EXCEPTIONS, citizenshipTestException) }))
    return { testRequired: false, testMet: true }
  }
  ask.step('step.language.citizenshipTest', ref(act, '8', { ledd: 1, sentence: 1 }), { force: 'shall' })
  return { testRequired: true, testMet: ask.need('citizenshipTestPassed').citizenshipTestPassed }
}

/** Oral Norwegian and the citizenship test (statsborgerloven § 8, statsborgerforskriften chapter 4). UDI decides. */
export const languageCitizenship = rule({
  name: 'language.citizenship', version: 1, decidedBy: ['applicationOn'], facts: names, answer: CitizenshipRequirement,
  sources: [ref(act, '8', { ledd: 1 }), ref(act, '19'), ref(regulation, '4-1'), ref(regulation, '4-2'), ref(regulation, '4-3')], checkedBy: 'UDI',
  decide(ask) {
    const isNordic = ask.known('isNordicWhoUnderstands') === true
    if (isNordic || !isInAge(ask)) {
      ask.step(isNordic ? 'step.language.nordic' : 'step.language.outsideAge', isNordic ? ref(regulation, '4-3') : ref(act, '8', { ledd: 1, sentence: 2 }), isNordic ? {} : { params: { from: 18, to: 67 } })
      return { oralLevel: null, oralMet: true, testRequired: false, testMet: true }
    }
    return { ...oral(ask), ...test(ask) }
  },
})
