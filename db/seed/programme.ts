import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import type { SeedPerson } from './people.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

const permits = {
  resettlement_refugee: 'resettlement', asylum: 'refugee', humanitarian: 'humanitarian', collective_protection: 'collective_protection',
  family_reunification: 'family', family_establishment: 'other_family', unaccompanied_minor: 'refugee',
} as const satisfies Record<SeedPerson['arrivalCategory'], string>

/** NUS level to the schooling of the act: 0 and 1 not completed, 2 and 3 primary, 4 and 5 upper secondary. */
const schoolingOf = (level: number) => (level <= 1 ? 'primary_not_completed' : level <= 3 ? 'primary' : level <= 5 ? 'upper_secondary' : 'higher')

export type SeedParticipation = { id: string; personId: string; offeredOn: PlainDate; decidedOn: PlainDate; startsOn: PlainDate; months: number; finalGoal: 'work' | 'upper_secondary'; regime: 'new' | 'old' }

/** The programme of one who is in it: begun within three months of settlement, as long as her schooling and goal give. */
function participationOf(random: Random, one: SeedPerson, today: PlainDate): SeedParticipation {
  const decidedOn = addDays(one.settledOn, random.int(20, 60))
  const hasUpperSecondary = one.schooling >= 4
  const isNew = addDays(decidedOn, 3) > '2026-01-01'
  const finalGoal = hasUpperSecondary || random.chance(0.7) ? 'work' as const : 'upper_secondary' as const
  const months = hasUpperSecondary ? (isNew ? 12 : 6) : finalGoal === 'work' ? 24 : isNew ? 48 : 36
  const begins = addDays(decidedOn, random.int(7, 25))
  // whoever is still in the programme has not passed its end
  const startsOn = addMonths(begins, months) > today ? begins : addMonths(today, -random.int(1, months - 1))
  return { id: random.uuid(), personId: one.id, offeredOn: addDays(startsOn, -5), decidedOn: addDays(startsOn, -5), startsOn, months, finalGoal, regime: addDays(startsOn, -5) > '2026-01-01' ? 'new' : 'old' }
}

/** What the act asks of each, with a few facts unknown as in life, and the programme of those who are in one. */
export async function writeProgramme(tx: Tx, random: Random, people: SeedPerson[], today: PlainDate): Promise<SeedParticipation[]> {
  await insertAll(tx, 'legalFacts', people.map((one) => ({ id: random.uuid(), personId: one.id, permit: permits[one.arrivalCategory], permitGrantedOn: addDays(one.settledOn, -random.int(30, 200)), settledByAgreement: random.chance(0.05) ? null : !one.arrivalCategory.startsWith('family'),
    residenceSince: one.settledOn, schooling: random.chance(0.04) ? null : schoolingOf(one.schooling), hasUkrainianUpperSecondary: one.country === 'UA' ? one.schooling >= 4 : null, weeklyJobHours: one.status === 'in_work' ? 37.5 : 0 })))
  const participations = people.filter(({ status }) => status === 'in_programme').map((one) => participationOf(random, one, today))
  await insertAll(tx, 'participation', participations)
  return participations
}
