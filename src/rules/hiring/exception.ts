import { z } from 'zod'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import { isInGroup, personFacts } from './person-group.ts'

export const ROUTES = ['temporary_with_wage_subsidy', 'permanent_after_wage_subsidy', 'trainee', 'permanent_after_trainee'] as const
const CONDITIONS = ['in_group', 'assessment', 'posts_limited', 'discussed', 'rights_kept', 'wage_subsidy', 'had_wage_subsidy', 'trainee_programme', 'completed_trainee', 'qualified', 'up_to_two_years', 'confirmed_by_ks'] as const
type Condition = (typeof CONDITIONS)[number]

const names = [
  ...personFacts, 'isQualified', 'temporaryWageSubsidy', 'hadTemporaryWageSubsidy', 'inTraineeProgramme', 'completedTraineeProgramme', 'postMonths',
  'assessmentMade', 'earmarkedPostsLimited', 'discussedWithRepresentativesOn', 'rightsKept', 'routeTwoConfirmed',
] as const
type Ask = Asking<(typeof names)[number]>

/** Each route past the qualification principle: open when every condition is shown to be met, else with all that is missing. Never a ranking of people. */
export const HiringException = z.object({
  routes: z.array(z.object({ route: z.enum(ROUTES), open: z.boolean(), conditionsMissing: z.array(z.enum(CONDITIONS)), upToMonths: z.int().nullable(), extensionMonths: z.int().nullable() })),
})

const ks = (note: string): Source => ref('KS', undefined, { certainty: 'P', note })

/** Length of the temporary posts: two years, and in the state one more for trainees (§ 5 second paragraph). */
function months(route: (typeof ROUTES)[number], isState: boolean): { upToMonths: number | null; extensionMonths: number | null } {
  if (route === 'permanent_after_wage_subsidy' || route === 'permanent_after_trainee') return { upToMonths: null, extensionMonths: null }
  return { upToMonths: 24, extensionMonths: route === 'trainee' && isState ? 12 : 0 }
}

/** What is shown to be so; what is unknown is not. The four conditions of KS bind municipalities; the state has its regulation. */
function fulfilled(ask: Ask, isState: boolean): Readonly<Record<Condition, boolean>> {
  const is = (name: 'assessmentMade' | 'earmarkedPostsLimited' | 'rightsKept' | 'temporaryWageSubsidy' | 'hadTemporaryWageSubsidy' | 'inTraineeProgramme' | 'completedTraineeProgramme' | 'isQualified' | 'routeTwoConfirmed') => ask.known(name) === true
  const discussedOn = ask.known('discussedWithRepresentativesOn')
  const length = ask.known('postMonths')
  return {
    in_group: isInGroup(ask), assessment: isState || is('assessmentMade'), posts_limited: isState || is('earmarkedPostsLimited'),
    discussed: isState || (discussedOn !== undefined && discussedOn <= ask.on), rights_kept: isState || is('rightsKept'),
    wage_subsidy: is('temporaryWageSubsidy'), had_wage_subsidy: is('hadTemporaryWageSubsidy'), trainee_programme: is('inTraineeProgramme'), completed_trainee: is('completedTraineeProgramme'),
    qualified: is('isQualified'), up_to_two_years: length !== undefined && length <= 24, confirmed_by_ks: is('routeTwoConfirmed'),
  }
}

const common = ['in_group', 'assessment', 'posts_limited', 'discussed', 'rights_kept'] as const
const own: Readonly<Record<(typeof ROUTES)[number], readonly Condition[]>> = {
  temporary_with_wage_subsidy: ['wage_subsidy', 'up_to_two_years'], permanent_after_wage_subsidy: ['had_wage_subsidy', 'qualified', 'confirmed_by_ks'],
  trainee: ['trainee_programme', 'up_to_two_years'], permanent_after_trainee: ['completed_trainee', 'qualified'],
}

/** The steps every answer carries: where each route stands. */
function explain(ask: Ask, isState: boolean): void {
  if (!isState) {
    ask.step('step.hiring.ksConditions', ks('omforent forståelse mellom KS og arbeidstakerorganisasjonene'))
    ask.judge('judge.hiring.assessment', ks('saklige grunner etter en helhetsvurdering'))
  }
  ask.step('step.hiring.wageSubsidy', ref('SAF', '3 a', { ledd: 2, letter: 'b' }), { params: { months: 24 }, force: 'may' })
  ask.step('step.hiring.trainee', ref('SAF', '5', { ledd: 2, sentence: 1 }), { params: { months: 24 }, force: 'may' })
  ask.step('step.hiring.afterTrainee', ref('SAF', '3 a', { ledd: 2, letter: 'a' }), { force: 'may' })
}

/** Ways past the qualification principle for those outside work: the four routes of KS, their text in the state's regulation, and the conditions. */
export const hiringException = rule({
  name: 'hiring.exception', version: 1, decidedBy: ['discussedWithRepresentativesOn'], facts: names, answer: HiringException,
  sources: [ref('SAL', '3'), ref('SAF', '3 a', { ledd: 2 }), ref('SAF', '4'), ref('SAF', '4 a'), ref('SAF', '5', { ledd: 2 }), ks('fire veier og fire vilkår; ordlyden i vei 2 er ikke funnet')],
  checkedBy: 'KS',
  decide(ask) {
    const isState = ask.need('publicEmployer').publicEmployer === 'state'
    const holds = fulfilled(ask, isState)
    explain(ask, isState)
    ask.open('open.hiring.routeTwo')
    const routes = ROUTES.map((route) => {
      const conditionsMissing = [...common, ...own[route]].filter((condition) => !holds[condition])
      return { route, open: conditionsMissing.length === 0, conditionsMissing, ...months(route, isState) }
    })
    return { routes }
  },
})
