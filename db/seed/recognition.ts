import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Scheme } from '#domains/competence/recognition/recognition.schema.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, daysBetween } from '#shared/date.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

/** The waiting times are invented: what they really are, each municipality reads for itself. */
const INVENTED = 'Oppdiktet tall til utprøving'
const authorities: { scheme: Scheme; name: string; weeks: number | null }[] = [
  { scheme: 'higher_general', name: 'HK-dir', weeks: 16 },
  { scheme: 'profession', name: 'Helsedirektoratet', weeks: 26 },
  { scheme: 'institution', name: 'Høgskolen i Fjordregionen', weeks: null },
  { scheme: 'upper_secondary', name: 'Fylkeskommunen, inntak for voksne', weeks: null },
]
const missing = ['Praksis i norsk helsetjeneste og kurs i nasjonale fag', 'Ett semester i norsk rett', 'Dokumentasjon av praksis siste fem år', 'Pedagogikk tilsvarende 30 studiepoeng']

type Row = { id: string; personId: string; level: number; hasAccount: boolean; field: string | null; recognition: string; settledOn: PlainDate | null }
type Made = { answer: 'full' | 'part' | 'refused' | null; sentOn: PlainDate | null }

/** How a case went, from what the education says: the two must not disagree. */
function made(random: Random, { recognition, settledOn }: Row, today: PlainDate): Made {
  const since = settledOn === null ? 200 : daysBetween(settledOn, today)
  const age = Math.max(10, Math.min(since - 20, random.int(20, 230)))
  if (recognition === 'applied') return { answer: null, sentOn: addDays(today, -age) }
  if (recognition === 'recognised') return { answer: random.weighted([['full', 5], ['part', 3], ['refused', 1]] as const), sentOn: addDays(today, -Math.max(60, Math.min(since, random.int(150, 500)))) }
  return { answer: null, sentOn: null }
}

const documents = (random: Random, isSent: boolean, today: PlainDate) => ['Vitnemål', 'Karakterutskrift', ...(random.chance(0.3) ? ['Bevis for navneendring'] : [])].map((name) => {
  const isHad = isSent || random.chance(0.5)
  const translation = isSent ? 'done' as const : random.weighted([['needed', 3], ['ordered', 2], ['not_needed', 1]] as const)
  return { name, gatheredBy: random.weighted([['person', 4], ['municipality', 1]] as const), hadOn: isHad ? addDays(today, -random.int(240, 400)) : null, translation, translationPayer: translation === 'not_needed' ? null : random.weighted([['municipality', 4], ['person', 2], [null, 2]] as const) }
})

/** Cases for those with higher education: gathering, waiting, asked for more, answered; a few of them late. */
export async function writeRecognition(tx: Tx, random: Random, { advisers, today }: { advisers: string[]; today: PlainDate }): Promise<void> {
  const known = authorities.map((one) => ({ ...one, id: random.uuid() }))
  await insertAll(tx, 'recognitionAuthority', known.map(({ id, scheme, name, weeks }) => ({ id, scheme, name, expectedWeeks: weeks, source: weeks === null ? null : INVENTED, sourceOn: weeks === null ? null : addDays(today, -30) })))
  const rows: Row[] = await tx.selectFrom('education as e').innerJoin('person as p', (join) => join.onRef('p.municipalityId', '=', 'e.municipalityId').onRef('p.id', '=', 'e.personId'))
    .leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 'e.municipalityId').onRef('a.personId', '=', 'e.personId'))
    .select(['e.id', 'e.personId', 'e.level', 'e.field', 'e.recognition', 'p.settledOn', sql<boolean>`a.id is not null`.as('hasAccount')]).where((eb) => eb.or([eb('e.level', '>=', 6), eb.and([eb('a.id', 'is not', null), eb('e.level', '>', 0)])])).where('e.country', 'is not', null).orderBy('e.id').execute()
  // those who can sign in have one each, so that their own pages show something
  const cases = rows.filter(({ recognition, hasAccount }) => recognition !== 'none' || hasAccount || random.chance(0.4)).map((row) => ({ ...row, ...made(random, row, today), caseId: random.uuid(), answerId: random.uuid(), authority: (row.level < 6 ? known[3] : row.field === 'Sykepleie' ? known[1] : random.chance(0.1) ? known[2] : known[0]) ?? known[0] }))
  await insertAll(tx, 'recognitionCase', cases.map((one) => ({ id: one.caseId, personId: one.personId, educationId: one.id, authorityId: one.authority?.id ?? '', profession: one.authority?.scheme === 'profession' ? 'Sykepleier' : null, openedOn: one.sentOn === null ? addDays(today, -random.int(5, 40)) : addDays(one.sentOn, -random.int(10, 60)),
    responsibleId: random.pick(advisers), caseNumber: one.sentOn === null ? null : `26/${random.int(10000, 99999)}`, nextCheckOn: one.answer === null && random.chance(0.5) ? addDays(today, random.int(-5, 40)) : null })))
  await insertAll(tx, 'recognitionDocument', cases.flatMap((one) => documents(random, one.sentOn !== null, today).map((document) => ({ id: random.uuid(), personId: one.personId, caseId: one.caseId, ...document }))))
  await insertAll(tx, 'recognitionStep', cases.flatMap((one) => {
    const { sentOn } = one
    if (sentOn === null) return []
    const shared = { personId: one.personId, caseId: one.caseId, accountId: random.pick(advisers), dueOn: null, result: null, missing: null }
    const receivedOn = addDays(sentOn, random.int(1, 8))
    return [{ ...shared, id: random.uuid(), kind: 'sent' as const, onDay: sentOn }, ...(receivedOn < today ? [{ ...shared, id: random.uuid(), kind: 'receipt' as const, onDay: receivedOn }] : []),
      ...(one.answer === null && random.chance(0.2) && addDays(receivedOn, 12) < today ? [{ ...shared, id: random.uuid(), kind: 'asked_more' as const, onDay: addDays(receivedOn, 12), dueOn: addDays(today, random.int(-4, 20)) }] : []),
      ...(one.answer === null ? [] : [{ ...shared, id: one.answerId, kind: 'answered' as const, onDay: addDays(receivedOn, Math.min(daysBetween(receivedOn, today), random.int(45, 210))), result: one.answer, missing: one.answer === 'part' ? random.pick(missing) : null }])]
  }))
  for (const [answer, recognition] of [['part', 'partly'], ['refused', 'refused']] as const) {
    const ids = cases.filter((one) => one.answer === answer).map(({ id }) => id)
    if (ids.length > 0) await tx.updateTable('education').set({ recognition }).where('id', 'in', ids).execute()
  }
  await insertAll(tx, 'certificate', cases.filter((one) => one.answer === 'full' && one.authority?.scheme === 'profession').map((one) => ({ id: one.answerId, personId: one.personId, kind: 'authorisation' as const, name: 'Sykepleier', evidence: 'documented' as const })))
}
