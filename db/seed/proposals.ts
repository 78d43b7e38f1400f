import type { PlainDate } from '#shared/date.ts'
import { Instant, addDays } from '#shared/date.ts'
import type { OpeningFacts } from '#domains/matching/facts.schema.ts'
import { loadFacts } from '#domains/matching/load-people.ts'
import { matchOne } from '#domains/matching/match.core.ts'
import { defaultWeights } from '#domains/matching/weights/weights.core.ts'
import type { Tx } from '#platform/db.ts'
import type { SeedOpening } from './employers.ts'
import type { SeedPerson } from './people.ts'
import type { SeedPlacement } from './placements.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Scene = { people: SeedPerson[]; placements: SeedPlacement[]; openings: SeedOpening[]; deciders: string[]; today: PlainDate }
type Proposed = { personId: string; opening: SeedOpening; on: PlainDate; agreementId: string | null }

const MOST = 160
const asFacts = ({ id, kind, template, hoursPerWeek, schedule, reachableBy, demands, fromDate }: SeedOpening): OpeningFacts => ({
  id, kind, title: template.title, occupationCode: template.occupation, extent: null, hoursPerWeek, schedule, reachableBy, physicalDemands: [...template.physical], fromDate, travel: null, supervision: { isNamed: true, limits: [] },
  demands: demands.map(({ kind: of, required, skill, level, name, sentence }) => ({ kind: of, isRequired: required, skill: skill ?? null, level: level ?? null, name: name ?? null, sentence: sentence ?? null, statutoryBasis: null })) })

/** Placements of the last years began with a proposal; now and then the first one was turned down. */
function inventProposals(random: Random, { placements, openings }: Scene): Proposed[] {
  const begun = placements.filter(({ stage, openingId }) => stage === 'approved' && openingId !== null).slice(-MOST)
  const tried = begun.flatMap((one): Proposed[] => [
    ...(random.chance(0.5) ? [{ personId: one.personId, opening: random.pick(openings.filter(({ kind }) => kind === 'practice_place')), on: addDays(one.from, -random.int(30, 50)), agreementId: null }] : []),
    { personId: one.personId, opening: one.opening, on: addDays(one.from, -random.int(15, 25)), agreementId: one.id }])
  const seen = new Set<string>()
  return tried.filter(({ personId, opening }) => { const pair = `${personId} ${opening.id}`; return !seen.has(pair) && Boolean(seen.add(pair)) })
}

const instant = (day: PlainDate): Instant => Instant.parse(`${day}T10:00:00Z`)

/** Old proposals with the score they were made with, tied to what came of them: what the report on scores reads. */
export async function writeProposals(tx: Tx, random: Random, scene: Scene): Promise<void> {
  const before = new Set((await tx.selectFrom('presentation').select(['personId', 'openingId']).execute()).map(({ personId, openingId }) => `${personId} ${openingId}`))
  const proposed = inventProposals(random, scene).filter(({ personId, opening, on }) => !before.has(`${personId} ${opening.id}`) && on < scene.today)
  const facts = new Map((await loadFacts(tx, [...new Set(proposed.map(({ personId }) => personId))])).map((one) => [one.id, one]))
  const rows = proposed.flatMap(({ personId, opening, on, agreementId }) => {
    const person = facts.get(personId)
    if (!person) return []
    const { score, verdict } = matchOne(person, asFacts(opening), on, defaultWeights)
    const decider = random.pick(scene.deciders)
    const consent = { consentOn: addDays(on, 2), consentHow: 'spoken' as const, consentText: 'Jeg sier ja til at arbeidsgiveren får se språket mitt.', consentParts: ['languages' as const], consentProfile: JSON.stringify({ languages: [] }), consentBy: decider }
    return [{ agreementId, row: { id: random.uuid(), personId, openingId: opening.id, startedBy: 'staff' as const, note: 'Har ønsket seg dit og kan det viktigste', createdAt: instant(on), askedOn: on, ...consent, decidedBy: decider, decidedAt: instant(addDays(on, 3)), metOn: addDays(on, 6),
      outcome: agreementId === null ? random.pick(['declined_by_employer', 'declined_by_person'] as const) : 'agreed' as const, outcomeReason: agreementId === null ? 'Passet ikke denne gangen' : null, score, scoreVerdict: verdict, scoreWeights: 0 } }]
  })
  await insertAll(tx, 'presentation', rows.map(({ row }) => row))
  for (const { agreementId, row } of rows) if (agreementId !== null) await tx.updateTable('agreement').set({ presentationId: row.id }).where('id', '=', agreementId).execute()
}
