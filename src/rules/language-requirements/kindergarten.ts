import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import { RequiredLevels, levelFacts, meets } from './levels.ts'

/** Who may waive: the owner, and from 1 August 2026 the kindergarten itself (LOV-2025-06-20-100). */
const waiverFrom = plainDate('2026-08-01')
const waivedBy = (on: PlainDate): 'owner' | 'kindergarten' => (on < waiverFrom ? 'owner' : 'kindergarten')

const EXCEPTIONS = ['first_language', 'leader_post', 'other_language_kindergarten', 'norwegian_at_school', 'five_years', 'no_foreign_qualification', 'not_leader_post'] as const

/** A requirement of Norwegian to be employed in a kindergarten. */
export const KindergartenRequirement = z.object({
  /** Null where the requirement does not hold for her; then `exception` says why. */
  required: RequiredLevels.nullable(),
  exception: z.enum(EXCEPTIONS).nullable(),
  met: z.boolean(),
  /** The requirement is not met, and may be waived by `waivedBy` after judgement. */
  mayBeWaived: z.boolean(), waivedBy: z.enum(['owner', 'kindergarten']),
})
type Answer = z.infer<typeof KindergartenRequirement>
type Exception = { exception: (typeof EXCEPTIONS)[number]; source: Source }

function excepted(ask: Pick<Asking<never>, 'on' | 'step'>, { exception, source }: Exception): Answer {
  ask.step('step.language.excepted', source)
  return { required: null, exception, met: true, mayBeWaived: false, waivedBy: waivedBy(ask.on) }
}

const staffNames = ['firstLanguage', 'kindergartenPost', 'kindergartenLanguage', 'passedNorwegianAtSchool', 'relevantExperienceYears', ...levelFacts] as const
const bhl = (ledd: number, letter?: string): Source => ref('BHL', '27', { ledd, ...(letter === undefined ? {} : { letter }) })

/** The exceptions of § 27 first and second paragraph; the first that holds. */
function staffException(ask: Asking<(typeof staffNames)[number]>): Exception | undefined {
  const { firstLanguage, kindergartenPost, kindergartenLanguage } = ask.need('firstLanguage', 'kindergartenPost', 'kindergartenLanguage')
  if (firstLanguage === 'norwegian' || firstLanguage === 'sami') return { exception: 'first_language', source: bhl(1) }
  if (firstLanguage !== 'other') return { exception: 'first_language', source: bhl(2, 'e') }
  if (kindergartenPost !== 'other') return { exception: 'leader_post', source: bhl(2, 'a') }
  if (kindergartenLanguage === 'other') return { exception: 'other_language_kindergarten', source: bhl(2, 'b') }
  const { passedNorwegianAtSchool, relevantExperienceYears } = ask.need('passedNorwegianAtSchool', 'relevantExperienceYears')
  if (passedNorwegianAtSchool) return { exception: 'norwegian_at_school', source: bhl(2, 'c') }
  return relevantExperienceYears >= 5 ? { exception: 'five_years', source: bhl(2, 'd') } : undefined
}

/** Norwegian to be employed in a kindergarten, heads and pedagogical leaders apart (barnehageloven § 27). */
export const languageKindergarten = rule({
  name: 'language.kindergarten', version: 1, decidedBy: [], facts: staffNames, answer: KindergartenRequirement,
  sources: [bhl(1), bhl(2), bhl(3), ref('LOV-2025-06-20-100', '27')], checkedBy: 'Utdanningsdirektoratet',
  decide(ask) {
    const exception = staffException(ask)
    if (exception) return excepted(ask, exception)
    const required: RequiredLevels = { listening: 'B1', reading: 'B1', writing: 'A2', oral: 'B1' }
    ask.step('step.language.kindergarten', bhl(1), { params: { writing: 'A2', rest: 'B1' }, force: 'shall' })
    const met = meets(ask, required)
    if (!met) ask.judge('judge.language.kindergarten', bhl(3), { params: { by: waivedBy(ask.on) }, force: 'may' })
    return { required, exception: null, met, mayBeWaived: !met, waivedBy: waivedBy(ask.on) }
  },
})

const leaderNames = ['firstLanguage', 'kindergartenPost', 'kindergartenLanguage', 'hasForeignQualification', 'leaderDocumentation', ...levelFacts] as const
type LeaderAsk = Asking<(typeof leaderNames)[number]>

function leaderException(ask: LeaderAsk): Exception | undefined {
  const { firstLanguage, kindergartenPost, kindergartenLanguage, hasForeignQualification } = ask.need('firstLanguage', 'kindergartenPost', 'kindergartenLanguage', 'hasForeignQualification')
  if (kindergartenPost === 'other') return { exception: 'not_leader_post', source: ref('BHL', '28', { ledd: 1 }) }
  if (!hasForeignQualification) return { exception: 'no_foreign_qualification', source: ref('BHL', '28', { ledd: 1 }) }
  if (firstLanguage !== 'other') return { exception: 'first_language', source: ref('BHL', '28', { ledd: 3, sentence: 1 }) }
  return kindergartenLanguage === 'other' ? { exception: 'other_language_kindergarten', source: ref('BHL', '28', { ledd: 3, sentence: 2 }) } : undefined
}

const leaderLevels: RequiredLevels = { listening: 'B2', reading: 'B2', writing: 'B2', oral: 'B2' }
const letterOf = { upper_secondary: 'a', university_step_3: 'b', college_year: 'c', bergen_test: 'd', norwegian_test: 'e' } as const

/** Documentation a to d is enough in itself; e is B2 in each of the four parts. */
function leaderIsDocumented(ask: LeaderAsk): boolean {
  const { leaderDocumentation: kind } = ask.need('leaderDocumentation')
  if (kind === 'none' || kind === 'other') return false
  ask.step('step.language.leaderDocumented', ref('BHL', '28', { ledd: 1, letter: letterOf[kind] }))
  return kind === 'norwegian_test' ? meets(ask, leaderLevels) : true
}

/** Norwegian to be head or pedagogical leader with a qualification from abroad (barnehageloven § 28). */
export const languageKindergartenLeader = rule({
  name: 'language.kindergartenLeader', version: 1, decidedBy: [], facts: leaderNames, answer: KindergartenRequirement,
  sources: [ref('BHL', '28', { ledd: 1 }), ref('BHL', '28', { ledd: 2 }), ref('BHL', '28', { ledd: 3 }), ref('LOV-2025-06-20-100', '28')], checkedBy: 'Utdanningsdirektoratet',
  decide(ask) {
    const exception = leaderException(ask)
    if (exception) return excepted(ask, exception)
    ask.step('step.language.kindergartenLeader', ref('BHL', '28', { ledd: 1 }), { params: { level: 'B2' }, force: 'shall' })
    const met = leaderIsDocumented(ask)
    const mayBeWaived = !met && ask.need('leaderDocumentation').leaderDocumentation === 'other'
    if (mayBeWaived) ask.judge('judge.language.otherDocumentation', ref('BHL', '28', { ledd: 2 }), { params: { by: waivedBy(ask.on) }, force: 'may' })
    return { required: leaderLevels, exception: null, met, mayBeWaived, waivedBy: waivedBy(ask.on) }
  },
})
