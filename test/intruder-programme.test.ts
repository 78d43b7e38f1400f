import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db.ts'
import { beginAs, poolOf } from '#platform/db.ts'
import { isFileOutput } from '#platform/files.ts'
import type { Operation } from '#platform/operation.ts'
import { NotFound } from '#platform/problem.ts'
import { operations } from '#server/operations.ts'
import { plainDate } from '#shared/date.ts'
import { aHiddenLife } from './intruder-world.ts'
import { aSettledPerson } from './programme-facts.ts'
import type { Caller, Municipality } from './world.ts'
import { TODAY, aMunicipality, callerFor, useWorld } from './world.ts'

const world = useWorld()
const STARTED = plainDate('2026-01-05')

let here: Municipality
let adviser: Caller
let ids: Awaited<ReturnType<typeof aHiddenLife>>
beforeAll(async () => {
  here = await aMunicipality(world())
  adviser = await here.as('programme_adviser')
  ids = await aHiddenLife(here, adviser.actor.id)
})

/** Statements of one actor, as the role of the application, and nothing kept of them. */
async function asked<T extends object>(actor: Actor, text: string): Promise<T[]> {
  const client = await poolOf(world().db, actor).connect()
  try {
    await client.query(beginAs(actor, 'write'))
    return (await client.query<T>(text)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const rowOf = async (table: string): Promise<string> => (await world().owner.query<{ id: string }>(`select id from ${table} where person_id = $1 limit 1`, [ids.otherId])).rows[0]?.id ?? ''

test('a row of one person cannot be changed as another’s, by an adviser who sees both', async () => {
  const { personId } = await aSettledPerson(here)
  const participationId = randomUUID()
  await here.put((tx) => tx.insertInto('participation').values({ id: participationId, personId, offeredOn: STARTED, decidedOn: STARTED, startsOn: STARTED, months: 12, finalGoal: 'work', regime: 'new' }).execute())
  const note = { receiver: 'nav' as const, receiverUnit: 'Nav', receiverAccountId: null, legalBasis: 'exchange' as const, ambitions: 'a', needs: 'b', recommendation: 'c' }
  const tries: [string, () => Promise<unknown>][] = [
    ['facts', async () => adviser.call('programme.saveLegalFacts', { id: await rowOf('legal_facts'), personId, version: 1, personVersion: 1, facts: {}, person: { birthDate: plainDate('1995-03-01'), settledOn: STARTED } })],
    ['wait', async () => adviser.call('programme.noteWait', { id: await rowOf('start_wait'), personId, version: 1, reason: 'dwelling', since: STARTED, expectedOn: null, note: null })],
    ['pause', async () => adviser.call('programme.savePause', { id: await rowOf('pause'), personId, version: 1, fromDate: STARTED, toDate: STARTED, reason: 'x', addsToLength: false })],
    ['share', async () => adviser.call('programme.savePartTime', { id: await rowOf('part_time'), personId, version: 1, fromDate: STARTED, toDate: null, percent: 50, reason: 'job' })],
    ['hand-over', () => adviser.call('programme.writeHandOver', { id: ids.otherDraftId, personId, version: 1, ...note })],
    ['exit step', async () => adviser.call('programme.settleExitStep', { id: await rowOf('exit_step'), participationId, version: 1, kind: 'talk', doneOn: TODAY, notNeeded: false, note: null, norwegian: null, gap: null })],
    ['talk', () => adviser.call('programme.planTalk', { id: ids.otherTalkId, personId, version: 1, kind: 'three_part' })],
    ['mapping', () => adviser.call('programme.writeMapping', { id: ids.otherMappingId, personId, version: 1 })],
    ['referral', async () => adviser.call('programme.orderGuidance', { id: await rowOf('qualification_step'), personId, version: 1, receiver: 'Karriere', orderedOn: TODAY })],
    ['credit', async () => adviser.call('programme.saveCredit', { id: await rowOf('course_credit'), personId, version: 1, element: 'social_studies', kind: 'exempt', amount: null, onDate: TODAY, ground: 'x' })],
    ['step', async () => adviser.call('programme.saveStep', { id: await rowOf('qualification_step'), personId, version: 1, kind: 'competence_mapping', doneOn: TODAY, result: 'x', deviation: 'Hastet' })],
  ]
  for (const [what, attempt] of tries) await expect(attempt(), what).rejects.toThrow(NotFound)
})

describe('a teacher', () => {
  test('is not told that somebody’s own hours are for health, nor why an adviser corrected what she registered', async () => {
    const teacher = await here.as('teacher')
    for (const activityId of [ids.otherHealthActivityId, ids.healthActivityId]) {
      await expect(teacher.call('programme.getClassCalendar', { activityId })).rejects.toThrow(NotFound)
      await expect(teacher.call('programme.getClassDay', { activityId })).rejects.toThrow(NotFound)
      await expect(teacher.call('programme.getActivity', { activityId })).rejects.toThrow(NotFound)
    }
    const calendar = await teacher.call('programme.getCalendar', { personId: ids.otherId })
    const seen = [await teacher.call('programme.getWeek', { personId: ids.otherId }), new TextDecoder().decode(calendar.bytes), await teacher.call('programme.getPlan', { personId: ids.otherId, locale: 'nb' }), await teacher.call('programme.getRoad', { personId: ids.otherId, locale: 'nb' }), await teacher.call('programme.listCandidates', { activityId: ids.activityId })]
    // a course about migration and health is not somebody’s health
    expect(JSON.stringify(seen).replaceAll('life_skills_migration_health', '')).not.toMatch(/health|Helse/)
    const month = { personId: ids.otherId, month: '2026-11' }
    expect(JSON.stringify(await teacher.call('programme.getAttendance', month))).not.toMatch(/Alminnelig|own_illness/)
    expect(JSON.stringify(await adviser.call('programme.getAttendance', month))).toMatch(/Alminnelig.*own_illness|own_illness.*Alminnelig/)
  })
})

describe('a hand-over', () => {
  test('is answered by the colleague it was sent to and no other, stays as she read it, and is told of without a name', async () => {
    const receiver = callerFor(world(), { ...(await here.as('nav_adviser')).actor, id: ids.receiverAccountId })
    await adviser.call('programme.sendHandOver', { id: ids.otherDraftId, version: 1, shownToPersonOn: TODAY, personComment: null })
    const { rows: mail } = await world().owner.query('select template, params::text, to_address from message where key = $1', [`hand_over:${ids.otherDraftId}`])
    expect(mail).toHaveLength(1)
    expect(JSON.stringify(mail)).not.toMatch(/Zora|Hemmel/)
    const answer = { id: ids.otherDraftId, version: 2, caseNumber: '26/1', caseWorker: 'Per Dahl' }
    await expect((await here.as('nav_adviser')).call('programme.confirmHandOver', answer)).rejects.toThrow(NotFound)
    for (const change of [`needs = 'x'`, `sent_at = null`, `receiver_account_id = '${adviser.actor.id}'`, `person_id = '${ids.otherId}', content = '{}'`]) {
      await expect(asked(receiver.actor, `update hand_over set ${change} where id = '${ids.otherDraftId}'`), change).rejects.toMatchObject({ constraint: 'hand_over_sent_stays' })
    }
    await expect(asked(receiver.actor, `delete from hand_over where id = '${ids.otherDraftId}'`)).rejects.toMatchObject({ code: '42501' })
    expect(await receiver.call('programme.confirmHandOver', answer)).toMatchObject({ version: 3 })
    expect(await asked(receiver.actor, 'select id from hand_over where sent_at is null or person_id <> ' + `'${ids.otherId}'`)).toEqual([])
    expect(await asked(receiver.actor, 'select id from programme_decision union all select id from legal_facts union all select id from exit_step')).toEqual([])
  })
})

describe('a participant', () => {
  test('reads rows of her own in every table that has any, and no others', async () => {
    const { actor } = await here.participant(ids.otherId)
    const { rows: tables } = await world().owner.query<{ name: string }>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_column_privilege('app_participant', c.oid, a.attnum, 'select') order by 1`)
    expect(tables.length).toBeGreaterThan(25)
    // an activity without a person is a class
    for (const { name } of tables) expect((await asked<{ whose: string | null }>(actor, `select distinct person_id as whose from ${name}`)).map(({ whose }) => whose).filter((whose) => whose !== ids.otherId && whose !== null), name).toEqual([])
    expect((await asked<{ id: string }>(actor, 'select id from hand_over')).map(({ id }) => id)).not.toContain(ids.draftId)
    await expect(asked(actor, 'select subject from account')).rejects.toMatchObject({ code: '42501' })
  })

  test('gets nowhere with ids of others in what she sends', async () => {
    const herself = await here.participant(ids.otherId)
    const hers = async (table: string) => (await world().owner.query<{ id: string }>(`select id from ${table} where person_id = $1 limit 1`, [ids.personId])).rows[0]?.id ?? ''
    for (const sourceId of [ids.ownActivityId, ids.healthActivityId, ids.agreementId]) expect((await herself.refusals('programme.checkIn', { id: randomUUID(), sourceId })).length).toBeGreaterThan(0)
    expect(await herself.refusals('programme.sayInMyPlan', { id: await hers('plan_words'), words: 'x' })).toEqual([{ code: 'constraint.plan_words_pkey' }])
    expect(await herself.refusals('programme.reportMyAbsence', { id: await hers('absence_report'), fromDate: plainDate('2026-11-23'), toDate: plainDate('2026-11-23'), words: '' })).toEqual([{ code: 'constraint.absence_report_pkey' }])
    for (const one of [`insert into plan_words (id, person_id, said_on, how, words) values ('${randomUUID()}', '${ids.personId}', '2026-11-20', 'own_pages', 'x')`,
      `insert into absence_report (id, person_id, from_date, to_date, channel, account_id, told_at) values ('${randomUUID()}', '${ids.personId}', '2026-11-20', '2026-11-20', 'participant', '${herself.actor.id}', now())`]) await expect(asked(herself.actor, one)).rejects.toMatchObject({ code: '42501' })
  })

  test('who holds a link to one plan reads no other plan of hers, and no agreement', async () => {
    const [closedId, wordsId] = [randomUUID(), randomUUID()]
    await here.put(async (tx) => {
      await tx.insertInto('integrationPlan').values({ id: closedId, personId: ids.otherId, madeOn: STARTED, closedOn: STARTED, content: JSON.stringify({}) }).execute()
      await tx.insertInto('planWords').values({ id: wordsId, personId: ids.otherId, planId: closedId, saidOn: STARTED, how: 'meeting', words: 'før' }).execute()
    })
    const bearer: Actor = { kind: 'participant', id: randomUUID(), municipalityId: here.id, name: 'participant', locale: 'nb', permissions: ['link.signPlan'], personId: ids.otherId, planId: ids.otherPlanId }
    expect(await asked(bearer, 'select id from integration_plan')).toEqual([{ id: ids.otherPlanId }])
    for (const table of ['plan_element', 'plan_words', 'plan_signature']) expect(await asked(bearer, `select distinct plan_id from ${table}`), table).toEqual([{ plan_id: ids.otherPlanId }])
    expect(await asked(bearer, 'select id from agreement')).toEqual([])
    const { document, words } = await callerFor(world(), bearer).call('programme.getPlanForLink', { locale: 'nb' })
    expect([document !== null, words.map(({ id }) => id).includes(wordsId)]).toEqual([true, false])
  })
})

test('an employer who holds a link reads no table of the programme, and of proof the tasks of its own placement alone', async () => {
  const { rows } = await world().owner.query<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_any_column_privilege('app_employer', c.oid, 'select') order by 1`)
  expect(rows.map(({ name }) => name)).toEqual(['account', 'agreement', 'answered_request', 'approval', 'employer', 'employer_contact', 'evaluation', 'follow_up',
    'meeting_day', 'meeting_employer', 'meeting_guest', 'meeting_outcome', 'meeting_room', 'meeting_slot', 'meeting_wish', 'municipality', 'occupation', 'person', 'personal_link', 'trial_task', 'work_trial'])
})

test('two persons are made one by somebody without the grounds, who learns nothing of what was behind them', async () => {
  const twin = randomUUID()
  await here.put(async (tx) => {
    await tx.insertInto('person').values({ id: twin, givenName: 'Zora', familyName: 'Hemmeli', birthDate: plainDate('1999-11-13'), status: 'in_programme' }).execute()
    await tx.insertInto('whereabouts').values({ id: randomUUID(), personId: twin, state: 'travelling', confirmedOn: STARTED }).execute()
    await tx.insertInto('startWait').values({ id: randomUUID(), personId: twin, reason: 'dwelling', since: STARTED }).execute()
  })
  const { rows: [{ version } = { version: 1 }] } = await world().owner.query<{ version: number }>('select version from person where id = $1', [ids.otherId])
  await (await here.as('settlement_worker')).call('people.mergePersons', { keepId: twin, goneId: ids.otherId, keepVersion: 1, goneVersion: version, fromGone: [] })
  const { rows } = await world().owner.query(`select (select count(*)::int from hand_over where person_id = $1 and sent_at is not null) as sent, (select state from whereabouts where person_id = $1) as state,
    (select reason from start_wait where person_id = $1) as reason, (select count(*)::int from paid_period where person_id = $1) as paid`, [twin])
  expect(rows).toEqual([{ sent: 2, state: 'present', reason: 'dwelling', paid: 1 }])
})

test('a file is only ever answered by a reading, so that a link somebody else made does nothing', () => {
  const files = Object.entries<Operation>(operations).filter(([, { output }]) => isFileOutput(output))
  expect(files.length).toBeGreaterThan(8)
  expect(files.filter(([, { reads }]) => !reads).map(([name]) => name)).toEqual([])
})
