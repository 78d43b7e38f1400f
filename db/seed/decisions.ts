import { askForKind, factsUsed } from '#domains/programme/decision/ask-rules.core.ts'
import { decidedText } from '#domains/programme/decision/document/write-decision.ts'
import { toFacts } from '#domains/programme/decision/legal-facts.schema.ts'
import type { Tx } from '#platform/db.ts'
import type { Facts } from '#rules/facts.ts'
import { noGrounds } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, instantOf } from '#shared/date.ts'
import type { SeedPerson } from './people.ts'
import type { SeedParticipation } from './programme.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

const grounds = [
  'Hun har fortalt at hun vil arbeide så snart som mulig, og at hun trenger mer norsk først. Kartleggingen viser at hun har erfaring som passer til ledige stillinger i kommunen. Sluttmålet er satt i samråd med henne.',
  'Karriereveiledningen anbefalte arbeid som sluttmål. Han har omsorg for små barn, og programmet er lagt slik at det går sammen med barnehagen. Han er enig i målet.',
  'Hun ønsker utdanning på sikt. Det er lagt vekt på at hun er ung, og at et program med arbeidspraksis først gir henne norsk og erfaring. Vi ser på målet igjen når hun har nådd nivå A2.',
  'Han har arbeidet som håndverker i mange år, men mangler papirer på det. Det er lagt vekt på at praksis i bransjen og fagprat gir raskest vei til jobb.',
]

const factsOf = async (tx: Tx, people: readonly SeedPerson[]): Promise<Map<string, Facts>> => {
  const rows = await tx.selectFrom('legalFacts').selectAll().execute()
  return new Map(rows.map((row) => { const one = people.find(({ id }) => id === row.personId); return [row.personId, toFacts({ ...row }, { birthDate: one?.birthDate, settledOn: one?.settledOn })] }))
}

/** The decision each programme began with, told a few days later, and here and there a complaint on its way. */
export async function writeDecisions(tx: Tx, random: Random, { people, participations, advisers, today }: { people: readonly SeedPerson[]; participations: readonly SeedParticipation[]; advisers: readonly string[]; today: PlainDate }): Promise<void> {
  const facts = await factsOf(tx, people)
  const decisions = participations.map((one) => {
    const terms = { offeredOn: one.offeredOn, startsOn: one.startsOn, months: one.months, finalGoal: one.finalGoal, regime: one.regime }
    const known = toFacts(facts.get(one.personId) ?? {}, { decidedOn: one.decidedOn, offeredOn: one.offeredOn, startedOn: one.startsOn, finalGoal: one.finalGoal, lengthMonths: one.months })
    const answers = askForKind('programme', known, one.decidedOn, noGrounds)
    const toldOn = addDays(one.decidedOn, random.int(0, 4))
    return {
      id: random.uuid(), personId: one.personId, participationId: one.id, kind: 'programme' as const, decidedOn: one.decidedOn, validFrom: one.startsOn, decided: decidedText('nb', 'programme', terms, { from: one.startsOn, to: null }),
      grounds: random.pick(grounds), caseReference: `${one.decidedOn.slice(2, 4)}/${random.int(100, 4900)}`, locale: 'nb' as const, decidedBy: random.pick([...advisers]), recordedAt: instantOf(new Date(`${one.decidedOn}T10:00:00Z`)),
      terms: JSON.stringify(terms), facts: JSON.stringify(factsUsed(answers, known)), answers: JSON.stringify(answers), legalBasis: JSON.stringify(answers.flatMap(({ sources }) => sources)),
      ...(toldOn <= today ? { toldOn, toldHow: random.pick(['digital_mail', 'letter', 'spoken_with_interpreter'] as const) } : {}),
    }
  })
  await insertAll(tx, 'programmeDecision', decisions)
  const complained = decisions.filter(({ decidedOn }) => addDays(decidedOn, 14) <= today).filter(() => random.chance(0.05))
  await insertAll(tx, 'programmeComplaint', complained.map((one) => ({ id: random.uuid(), personId: one.personId, decisionId: one.id, receivedOn: addDays(one.decidedOn, random.int(6, 14)), receivedHow: random.pick(['letter', 'email', 'spoken'] as const), complainant: 'participant' as const,
    body: 'Jeg er ikke enig i sluttmålet. Jeg vil fullføre videregående, ikke bare arbeide.' })))
}
