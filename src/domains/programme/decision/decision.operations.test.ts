import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays, plainDate } from '#shared/date.ts'
import { aParticipant, aProgramme, aSettledPerson, GROUNDS } from '#test/programme-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const paper = { grounds: GROUNDS, locale: 'nb' as const, decidedOn: TODAY }

async function here() {
  const municipality = await aMunicipality(world())
  return { municipality, adviser: await municipality.as('programme_adviser') }
}

describe('rights', () => {
  test('are answered with their reasoning, as if decided today, and say so', async () => {
    const { municipality, adviser } = await here()
    const { personId } = await aSettledPerson(municipality)
    const rights = await adviser.call('programme.getRights', { personId, locale: 'nb' })
    expect(rights).toMatchObject({ asIf: true, standing: 'right', programme: null, actions: ['saveFacts', 'decideOther', 'decideProgramme'] })
    expect(rights.answers.find(({ rule }) => rule === 'programme.targetGroup')?.steps.map(({ source }) => source)).toEqual(expect.arrayContaining([expect.stringContaining('integreringsloven § 8')]))
    expect(rights.deadlines.find(({ what }) => what === 'decision')).toMatchObject({ by: '2027-01-01', doneOn: null })
    expect(rights.goals.map(({ goal }) => goal)).toContain('work')
    expect(await adviser.auditTrail(personId)).toContain('programme.getRights')
  })

  test('stand beside the grant the municipality gets, once it is known how she counts', async () => {
    const { municipality, adviser } = await here()
    const { personId } = await aSettledPerson(municipality)
    const before = await adviser.call('programme.getRights', { personId, locale: 'nb' })
    expect(before.grants.answer.answer).toBeNull()
    expect(before.grants.missing.map(({ name }) => name).toSorted()).toEqual(['grantCategory', 'isFamilyOfHumanitarian'])
    expect(before.missing.map(({ name }) => name)).not.toContain('grantCategory')
    const { id, version, personVersion, legal, person } = before.facts
    await adviser.call('programme.saveLegalFacts', { id: id ?? '', personId, version: version ?? 0, personVersion, facts: legal, person, more: { grantCategory: 'single_adult', isFamilyOfHumanitarian: false } })
    const { grants } = await adviser.call('programme.getRights', { personId, locale: 'nb' })
    expect(grants.missing).toEqual([])
    expect(grants.answer.answer).toMatchObject({ countsForGrant: true, grantYears: [2026, 2027, 2028, 2029, 2030].map((year, at) => ({ yearNumber: at + 1, year })) })
  })

  test('say what is missing and are never guessed; a fact filled in is used at once', async () => {
    const { municipality, adviser } = await here()
    const personId = randomUUID()
    await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Amina', familyName: 'Ali' }).execute())
    const before = await adviser.call('programme.getRights', { personId, locale: 'nn' })
    expect(before).toMatchObject({ standing: null, facts: { id: null, version: null } })
    expect(before.missing).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'permit', kind: 'choice' }), expect.objectContaining({ name: 'permitGrantedOn', kind: 'date' })]))
    const facts = { permit: 'refugee' as const, permitGrantedOn: plainDate('2026-06-01'), settledByAgreement: true, residenceSince: plainDate('2026-10-01'), schooling: 'primary' as const, weeklyJobHours: 0 }
    const saved = await adviser.call('programme.saveLegalFacts', { id: randomUUID(), personId, personVersion: 1, facts, person: { birthDate: plainDate('1995-03-01'), settledOn: plainDate('2026-10-01') }, more: { hasChildUnder18: false } })
    expect(saved).toMatchObject({ version: 1, personVersion: 2 })
    expect(await adviser.call('programme.getRights', { personId, locale: 'nn' })).toMatchObject({ standing: 'right', facts: { version: 1, more: { hasChildUnder18: false } } })
  })

  test('rest on facts that can be: every impossible or unknown one is refused, and a stale version', async () => {
    const { municipality, adviser } = await here()
    const { personId } = await aSettledPerson(municipality)
    const { facts: stored } = await adviser.call('programme.getRights', { personId, locale: 'nb' })
    const change = { id: stored.id ?? '', personId, version: stored.version ?? 0, personVersion: stored.personVersion, facts: stored.legal, person: { birthDate: plainDate('2027-01-01'), settledOn: plainDate('2026-10-01') }, more: {} }
    expect(codes(await adviser.refusals('programme.saveLegalFacts', change)).toSorted()).toEqual(['facts.bornInFuture', 'facts.wrongOrder', 'facts.wrongOrder', 'facts.wrongOrder'])
    expect(codes(await adviser.refusals('programme.saveLegalFacts', { ...change, person: stored.person, more: { shoeSize: 38, hasChildUnder18: 'perhaps' } }))).toEqual(['facts.unknownName', 'facts.unknownValue'])
    expect(codes(await adviser.refusals('programme.saveLegalFacts', { ...change, person: stored.person, version: 99 }))).toEqual(['stale'])
  })

  test('know a child from the family, and ask where none is registered', async () => {
    const { municipality, adviser } = await here()
    const { personId } = await aSettledPerson(municipality)
    const asks = async () => (await adviser.call('programme.getRights', { personId, locale: 'nb' })).missing.some(({ name }) => name === 'hasChildUnder18')
    expect(await asks()).toBe(true)
    await municipality.put((tx) => tx.insertInto('familyTie').values({ id: randomUUID(), personId, relation: 'child', relativeName: 'Sara', relativeBirthYear: 2019 }).execute())
    expect(await asks()).toBe(false)
  })
})

describe('a decision', () => {
  test('begins the programme it gives, and keeps facts, answers and law as they were', async () => {
    const { municipality, adviser } = await here()
    const { personId } = await aSettledPerson(municipality)
    const draft = await adviser.call('programme.draftDecision', { personId, kind: 'programme', locale: 'nb', finalGoal: 'work' })
    expect(draft).toMatchObject({ standing: 'right', upToMonths: 24, paper: 'nb' })
    expect(draft.missing.map(({ name }) => name)).toContain('hasChildUnder18')
    const decision = aProgramme(personId)
    await adviser.call('programme.decide', decision)
    const rights = await adviser.call('programme.getRights', { personId, locale: 'nb' })
    expect(rights).toMatchObject({ asIf: false, programme: { id: decision.programme.participationId, months: 24, finalGoal: 'work', regime: 'new', decidedEnd: '2028-11-30' } })
    const { decisions } = await adviser.call('programme.listDecisions', { personId })
    expect(decisions).toMatchObject([{ kind: 'programme', decided: 'Du får introduksjonsprogram i 24 måneder fra 1. desember 2026. Sluttmålet ditt er: arbeid.', caseReference: '26/1234', toldOn: null }])
    const kept = await adviser.call('programme.getDecision', { decisionId: decision.id, locale: 'en' })
    expect(kept.answers.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['programme.targetGroup', 'programme.length']))
    const { rows } = await world().owner.query<{ facts: object; legal_basis: unknown[] }>('select facts, legal_basis from programme_decision where id = $1', [decision.id])
    expect(rows[0]?.facts).toMatchObject({ permit: 'refugee', decidedOn: TODAY })
    expect(rows[0]?.legal_basis.length).toBeGreaterThan(3)
  })

  test('that is impossible is refused with every reason', async () => {
    const { municipality, adviser } = await here()
    const { personId } = await aSettledPerson(municipality)
    const decision = aProgramme(personId)
    expect(codes(await adviser.refusals('programme.decide', { ...decision, programme: { ...decision.programme, startsOn: plainDate('2026-09-01'), months: 30 } })).toSorted()).toEqual(['decision.startsBeforeOffer', 'decision.tooLong', 'facts.wrongOrder', 'facts.wrongOrder'])
    expect(codes(await adviser.refusals('programme.decide', { ...decision, kind: 'refusal', programme: null }))).toEqual(['decision.hasRight'])
    expect(codes(await adviser.refusals('programme.decide', { ...decision, grounds: 'Ok' }))).not.toEqual([])
    const outside = await aSettledPerson(municipality, { permit: 'nordic_or_eea' })
    expect(codes(await adviser.refusals('programme.decide', aProgramme(outside.personId)))).toContain('decision.notInTargetGroup')
    await adviser.call('programme.decide', { ...aProgramme(outside.personId), kind: 'refusal', programme: null })
  })

  test('is never changed: it is corrected by another that points at it, once, and the programme follows', async () => {
    const { municipality, adviser } = await here()
    const { personId, decisionId, participationId } = await aParticipant(municipality, adviser)
    const correction = { ...aProgramme(personId), replaces: { decisionId, why: 'correction' as const } }
    await adviser.call('programme.decide', { ...correction, programme: { ...correction.programme, finalGoal: 'parts_of_upper_secondary', months: 36 } })
    expect((await adviser.call('programme.getRights', { personId, locale: 'nb' })).programme).toMatchObject({ id: participationId, months: 36, finalGoal: 'parts_of_upper_secondary' })
    expect((await adviser.call('programme.listDecisions', { personId })).decisions.find(({ id }) => id === decisionId)?.replacedBy).toEqual({ id: correction.id, why: 'correction' })
    expect(codes(await adviser.refusals('programme.decide', { ...correction, id: randomUUID() }))).toContain('decision.isReplaced')
    expect(codes(await adviser.refusals('programme.decide', aProgramme(personId)))).toEqual(['decision.alreadyInProgramme'])
    const client = await world().db.staff.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.municipality_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.grounds', 'case', true), set_config('role', 'app_staff', true)", [municipality.id, adviser.actor.id])
      await expect(client.query("update programme_decision set grounds = 'noe annet' where id = $1", [decisionId])).rejects.toMatchObject({ code: '42501' })
    } finally { await client.query('rollback'); client.release() }
  })

  test('extends a programme within what the rule gives, and not one that cannot be', async () => {
    const { municipality, adviser } = await here()
    const { personId, participationId } = await aParticipant(municipality, adviser, { finalGoal: 'upper_secondary', months: 48 })
    const extend = (id: string, version: number, months: number) => ({ ...paper, id, personId, participationId, version, months })
    await adviser.call('programme.extend', extend(randomUUID(), 1, 6))
    expect(await adviser.refusals('programme.extend', extend(randomUUID(), 2, 7))).toMatchObject([{ code: 'decision.extensionTooLong', params: { left: 6 } }])
    const worker = await aParticipant(municipality, adviser)
    expect(codes(await adviser.refusals('programme.extend', { ...extend(randomUUID(), 1, 1), personId: worker.personId, participationId: worker.participationId }))).toEqual(['decision.cannotBeExtended'])
  })

  test('stops a programme for a time without ending it, and for good', async () => {
    const { municipality, adviser } = await here()
    const { personId, participationId } = await aParticipant(municipality, adviser)
    const stop = { ...paper, personId, participationId, from: plainDate('2026-12-10'), ground: 'much_absence' as const }
    expect(codes(await adviser.refusals('programme.stop', { ...stop, id: randomUUID(), version: 1, how: 'permanent', ground: 'not_in_person' }))).toEqual(['decision.stopNoGround'])
    await adviser.call('programme.stop', { ...stop, id: randomUUID(), version: 1, how: 'temporary', to: plainDate('2027-01-10') })
    expect((await adviser.call('programme.getRights', { personId, locale: 'nb' })).programme).toMatchObject({ endedOn: null, version: 1 })
    await adviser.call('programme.stop', { ...stop, id: randomUUID(), version: 1, how: 'permanent' })
    expect((await adviser.call('programme.getRights', { personId, locale: 'nb' })).programme).toMatchObject({ endedOn: '2026-12-10' })
    expect(codes(await adviser.refusals('programme.stop', { ...stop, id: randomUUID(), version: 2, how: 'permanent' }))).toContain('decision.programmeEnded')
  })

  test('put to the rules again gives the same on its own day, and shows what differs on another', async () => {
    const { municipality, adviser } = await here()
    const { decisionId } = await aParticipant(municipality, adviser)
    expect(await adviser.call('programme.recomputeDecision', { decisionId, locale: 'nb' })).toMatchObject({ isSame: true, on: TODAY })
    const before = await adviser.call('programme.recomputeDecision', { decisionId, locale: 'nb', on: plainDate('2025-06-01') })
    expect(before.isSame).toBe(false)
    expect(before.rules.find(({ first }) => first.rule === 'programme.length')?.differs).toEqual(expect.arrayContaining([{ path: 'regime', first: 'new', second: 'old' }]))
    await expect(adviser.call('programme.recomputeDecision', { decisionId: randomUUID(), locale: 'nb' })).rejects.toThrow(NotFound)
  })
})

describe('a complaint', () => {
  test('is in time or not by the day she was told, goes to statsforvalteren, and comes back', async () => {
    const { municipality, adviser } = await here()
    const { personId, decisionId } = await aParticipant(municipality, adviser)
    const complaint = { id: randomUUID(), decisionId, receivedOn: TODAY, receivedHow: 'letter' as const, complainant: 'participant' as const, body: 'Jeg vil fullføre videregående' }
    expect(await adviser.call('programme.receiveComplaint', complaint)).toMatchObject({ inTime: null })
    expect(codes(await adviser.refusals('programme.receiveComplaint', { ...complaint, id: randomUUID() }))).toEqual(['complaint.alreadyOpen'])
    expect(codes(await adviser.refusals('programme.noteTold', { id: decisionId, version: 1, toldOn: addDays(TODAY, -1), toldHow: 'letter' }))).toEqual(['decision.toldBeforeDecided'])
    await adviser.call('programme.noteTold', { id: decisionId, version: 1, toldOn: TODAY, toldHow: 'spoken_with_interpreter' })
    expect((await adviser.call('programme.listDecisions', { personId })).complaints).toMatchObject([{ inTime: true, deadline: '2026-12-11', state: 'open', actions: ['decide'] }])
    const outcome = { id: complaint.id, version: 1, outcomeOn: TODAY, grounds: 'Vi har vurdert saken på nytt.' }
    expect(codes(await adviser.refusals('programme.decideComplaint', { ...outcome, outcome: 'dismissed' }))).toEqual(['complaint.cameInTime'])
    expect(codes(await adviser.refusals('programme.noteHigherOutcome', { id: complaint.id, version: 1, outcome: 'changed', on: TODAY }))).toEqual(['complaint.notAtHigher'])
    await adviser.call('programme.decideComplaint', { ...outcome, outcome: 'upheld' })
    await adviser.call('programme.noteHigherOutcome', { id: complaint.id, version: 2, outcome: 'changed', on: TODAY, note: 'Endret' })
    expect((await adviser.call('programme.listDecisions', { personId })).complaints).toMatchObject([{ state: 'closed', higherOutcome: 'changed', actions: [] }])
  })

  test('that is right leads to a new decision', async () => {
    const { municipality, adviser } = await here()
    const { personId, decisionId } = await aParticipant(municipality, adviser)
    const complaintId = randomUUID()
    await adviser.call('programme.receiveComplaint', { id: complaintId, decisionId, receivedOn: TODAY, receivedHow: 'email', complainant: 'participant', body: 'Feil mål' })
    const outcome = { id: complaintId, version: 1, outcome: 'reversed' as const, outcomeOn: TODAY, grounds: 'Målet endres.' }
    expect(codes(await adviser.refusals('programme.decideComplaint', outcome))).toEqual(['complaint.newDecisionMissing'])
    const again = { ...aProgramme(personId), replaces: { decisionId, why: 'complaint' as const } }
    await adviser.call('programme.decide', { ...again, programme: { ...again.programme, finalGoal: 'upper_secondary', months: 48 } })
    await adviser.call('programme.decideComplaint', { ...outcome, newDecisionId: again.id })
  })
})

describe('nobody else', () => {
  test('gets facts, decisions or paper: not a teacher, a job broker, another municipality or a participant', async () => {
    const { municipality, adviser } = await here()
    const { personId, decisionId } = await aParticipant(municipality, adviser)
    const stranger = await (await aMunicipality(world())).as('programme_adviser')
    const asks = [
      ['programme.getRights', { personId, locale: 'nb' }], ['programme.draftDecision', { personId, kind: 'programme', locale: 'nb' }], ['programme.listDecisions', { personId }], ['programme.getDecision', { decisionId, locale: 'nb' }],
      ['programme.recomputeDecision', { decisionId, locale: 'nb' }], ['programme.previewDecision', { decisionId, locale: 'nb' }], ['programme.getDecisionDocument', { decisionId, locale: 'nb' }],
    ] as const
    for (const role of ['teacher', 'job_broker', 'settlement_worker', 'manager', 'administrator'] as const) {
      const other = await municipality.as(role)
      for (const [name, input] of asks) await expect(other.call(name, input as never), `${role} ${name}`).rejects.toThrow(Forbidden) // reason for the cast: each input belongs to its own name
    }
    const neighbour = await municipality.participant((await aSettledPerson(municipality)).personId)
    for (const [name, input] of asks) await expect(neighbour.call(name, input as never), name).rejects.toThrow(Forbidden)
    for (const [name, input] of asks) await expect(stranger.call(name, input as never), name).rejects.toThrow(NotFound)
  })

  test('reads the rows either, without the ground or as a participant', async () => {
    const { municipality, adviser } = await here()
    const { personId } = await aParticipant(municipality, adviser)
    const teacher = await municipality.as('teacher')
    const client = await world().db.staff.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.municipality_id', $1, true), set_config('app.actor_id', $2, true), set_config('role', 'app_staff', true)", [municipality.id, teacher.actor.id])
      for (const table of ['legal_facts', 'programme_decision', 'programme_complaint']) expect((await client.query(`select * from ${table} where person_id = $1`, [personId])).rows, table).toEqual([])
    } finally { await client.query('rollback'); client.release() }
    const portal = await world().db.portal.connect()
    try {
      await portal.query('begin')
      await portal.query("select set_config('app.municipality_id', $1, true), set_config('app.person_id', $2, true), set_config('role', 'app_participant', true)", [municipality.id, personId])
      // her own she reads (getMyDecision); of complaints only days and outcomes, and nobody else's
      expect((await portal.query('select person_id from programme_decision where person_id <> $1', [personId])).rows).toEqual([])
      await expect(portal.query('select * from programme_complaint')).rejects.toMatchObject({ code: '42501' })
    } finally { await portal.query('rollback'); portal.release() }
  })
})

test('two persons made one keep one set of facts, and two programmes that run stand in the way', async () => {
  const { municipality, adviser } = await here()
  const [keep, gone] = [await aParticipant(municipality, adviser), await aSettledPerson(municipality, { schooling: null })]
  await municipality.put((tx) => tx.updateTable('legalFacts').set({ schooling: null }).where('personId', '=', keep.personId).execute())
  await municipality.put((tx) => tx.updateTable('legalFacts').set({ schooling: 'higher', permit: 'other' }).where('personId', '=', gone.personId).execute())
  const settler = await municipality.as('settlement_worker')
  await settler.call('people.mergePersons', { keepId: keep.personId, goneId: gone.personId, keepVersion: 1, goneVersion: 1, fromGone: [] })
  const { rows } = await world().owner.query<{ schooling: string; permit: string }>('select schooling, permit from legal_facts where person_id = $1', [keep.personId])
  expect(rows).toEqual([{ schooling: 'higher', permit: 'refugee' }])
  const [one, other] = [await aParticipant(municipality, adviser), await aParticipant(municipality, adviser)]
  expect(codes(await settler.refusals('people.mergePersons', { keepId: one.personId, goneId: other.personId, keepVersion: 1, goneVersion: 1, fromGone: [] }))).toEqual(['people.bothInProgramme'])
})
