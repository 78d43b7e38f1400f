import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import type { Parameter } from '../parameter.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { imdi, trainingGrants } from './rates.ts'

const names = ['norwegianGrantPersons', 'collectiveGrantPersons', 'extendedGrantDecisions'] as const
type Ask = Asking<(typeof names)[number]>

const Kroner = z.int().nullable()
/** Grants of a year for training in Norwegian. Kroner; null is not known, and stands among the open questions. */
export const TrainingGrants = z.object({ basicKroner: Kroner, collectiveKroner: Kroner, extendedKroner: Kroner })

const ks = imdi('KS om statsbudsjettet for 2023')
const [SMALL_UNTIL, LARGE_UNTIL] = [3, 150]

/** The basic grant: one for one to three persons, one for four to 150; above that no figure was found. */
function basic(ask: Ask): number | null {
  const { norwegianGrantPersons: persons } = ask.need('norwegianGrantPersons')
  ask.step('step.grants.basic', ks, { params: { persons, small: SMALL_UNTIL, large: LARGE_UNTIL } })
  if (persons === 0) return 0
  if (persons <= LARGE_UNTIL) return ask.valueOrOpen(persons <= SMALL_UNTIL ? trainingGrants.small : trainingGrants.large, ask.on) ?? null
  ask.open('open.grants.basicAbove150')
  return null
}

function forEach(ask: Ask, count: number, parameter: Parameter): number | null {
  if (count === 0) return 0
  const amount = ask.valueOrOpen(parameter, ask.on) ?? null
  return amount === null ? null : count * amount
}

const extendedUntil = plainDate('2026-07-01')

/** The state's grants for training in Norwegian in a year: the basic one, for persons with collective protection, and for extended training while there was such. */
export const trainingGrantsOfYear = rule({
  name: 'grants.training', version: 1, decidedBy: [], facts: names, answer: TrainingGrants,
  sources: [ks, imdi('imdi.no om tilskudd til norskopplæring, 2023')],
  checkedBy: 'IMDi',
  decide(ask): z.infer<typeof TrainingGrants> {
    const { collectiveGrantPersons, extendedGrantDecisions } = ask.need(...names)
    const [basicKroner, collectiveKroner] = [basic(ask), forEach(ask, collectiveGrantPersons, trainingGrants.collective)]
    ask.step('step.grants.collective', ks, { params: { persons: collectiveGrantPersons } })
    const isRepealed = ask.on >= extendedUntil
    if (isRepealed) ask.step('step.grants.extendedEnded', ks, { params: { day: extendedUntil } })
    ask.judge('judge.grants.lives', ks)
    return { basicKroner, collectiveKroner, extendedKroner: isRepealed ? 0 : forEach(ask, extendedGrantDecisions, trainingGrants.extended) }
  },
})
