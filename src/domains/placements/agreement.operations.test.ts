import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { instantOf, plainDate } from '#shared/date.ts'
import { NotFound } from '#platform/problem.ts'
import { aDraft, aSubmitted, anAgreed, bothInMeeting, wholeContent } from '#test/placement.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const codesOf = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

async function anAdviser() {
  const municipality = await aMunicipality(world())
  return { municipality, adviser: await municipality.as('programme_adviser') }
}
const mailsOf = (municipality: Awaited<ReturnType<typeof aMunicipality>>, template: string) =>
  municipality.put((tx) => tx.selectFrom('message').select(['toAddress', 'locale', 'params']).where('template', '=', template).orderBy('toAddress').execute())

describe('beginning', () => {
  test('from a practice place everything known is filled in (PLA-02, PLA-21)', async () => {
    const { municipality, adviser } = await anAdviser()
    const { personId, employerId, supervisorId, signerId } = await aDraft(municipality, adviser)
    const [openingId, id] = [randomUUID(), randomUUID()]
    await municipality.put((tx) => tx.insertInto('opening').values({ id: openingId, kind: 'practice_place', employerId, title: 'Bakeriet', tasks: 'Bake', fromDate: plainDate('2027-01-04'), toDate: plainDate('2027-03-31'),
      schedule: JSON.stringify([{ weekday: 1, from: '08:00', to: '12:00' }]), supervisorContactId: supervisorId }).execute())
    await adviser.call('placements.startAgreement', { id, beganFrom: 'place', kind: 'language_practice', personId, openingId })
    const page = await adviser.call('placements.getAgreement', { agreementId: id })
    expect(page).toMatchObject({ state: 'draft', tasks: 'Bake', fromDate: '2027-01-04', hoursPerWeek: 4, supervisorContactId: supervisorId, signingContactId: signerId, responsibleId: adviser.actor.id, opening: { title: 'Bakeriet' }, obstacles: [] })
    expect(page.missing.toSorted()).toEqual(['followUps', 'languageGoals', 'learningGoals', 'purpose', 'speaksNorwegianWith'])
    expect(page.suggestedFollowUps[0]).toEqual({ kind: 'visit', dueOn: '2027-01-08' })
  })

  test('from a match only when both have said yes to the meeting (EMP-05)', async () => {
    const { municipality, adviser } = await anAdviser()
    const { personId, employerId } = await aDraft(municipality, adviser)
    const [openingId, presentationId] = [randomUUID(), randomUUID()]
    await municipality.put(async (tx) => {
      await tx.insertInto('opening').values({ id: openingId, kind: 'practice_place', employerId, title: 'Bakeriet' }).execute()
      await tx.insertInto('presentation').values({ id: presentationId, personId, openingId, startedBy: 'staff' }).execute()
    })
    const input = { id: randomUUID(), beganFrom: 'match' as const, kind: 'language_practice' as const, personId, presentationId }
    expect(codesOf(await adviser.refusals('placements.startAgreement', input))).toEqual(['placements.presentationNotAgreed'])
    expect(codesOf(await adviser.refusals('placements.startAgreement', { ...input, presentationId: undefined }))).toEqual(['placements.presentationMissing'])
    await municipality.put((tx) => tx.updateTable('presentation').set({ outcome: 'agreed', consentOn: plainDate('2026-11-01'), consentHow: 'spoken', consentText: 'Ja', consentProfile: JSON.stringify({ givenName: 'Oksana' }), decidedBy: adviser.actor.id, decidedAt: instantOf(NOW) }).where('id', '=', presentationId).execute())
    await adviser.call('placements.startAgreement', input)
    expect(await adviser.call('placements.getAgreement', { agreementId: input.id })).toMatchObject({ opening: { id: openingId }, needsConsent: false })
  })
})

describe('sending for approval', () => {
  test('names every part that is missing, and the employer that is gone', async () => {
    const { municipality, adviser } = await anAdviser()
    const draft = await aDraft(municipality, adviser, { status: 'bankrupt' })
    const refusals = await adviser.refusals('placements.submitForApproval', { agreementId: draft.id, version: 1 })
    expect(refusals.filter(({ code }) => code === 'placements.partMissing').map(({ path }) => path)).toContain('speaksNorwegianWith')
    expect(codesOf(refusals)).toEqual(expect.arrayContaining(['placements.personMustSayYes', 'employers.bankrupt']))
  })

  test('mails each party a link in its own language, and keeps only the hash', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id, personId } = await aSubmitted(municipality, adviser)
    const mails = await mailsOf(municipality, 'approve_agreement')
    expect(mails.map(({ toAddress, locale }) => [toAddress, locale])).toEqual([['oksana@example.no', 'uk'], ['per@example.no', 'nb']])
    const page = await adviser.call('placements.getAgreement', { agreementId: id })
    expect(page).toMatchObject({ state: 'waiting', missing: [], needsConsent: false, links: [{ state: 'open' }, { state: 'open' }] })
    const { rows } = await world().owner.query('select token_hash from personal_link where agreement_id = $1', [id])
    expect(JSON.stringify(mails)).not.toContain(rows[0].token_hash.toString('base64url'))
    expect(await adviser.auditTrail(personId)).toContain('placements.submitForApproval')
  })

  test('her yes to being named comes first, where no presentation holds it', async () => {
    const { municipality, adviser } = await anAdviser()
    const draft = await aDraft(municipality, adviser)
    const { version } = await adviser.call('placements.saveAgreement', { id: draft.id, version: 1, ...wholeContent(draft, adviser.actor.id) })
    expect(codesOf(await adviser.refusals('placements.submitForApproval', { agreementId: draft.id, version }))).toEqual(['placements.personMustSayYes'])
    expect(await mailsOf(municipality, 'approve_agreement')).toEqual([])
  })

  test('a measure of Nav is registered with its reference, and nobody is asked to sign (PLA-13)', async () => {
    const { municipality, adviser } = await anAdviser()
    const draft = await aDraft(municipality, adviser, { kind: 'work_training' })
    const { version } = await adviser.call('placements.saveAgreement', { id: draft.id, version: 1, ...wholeContent(draft, adviser.actor.id), kind: 'work_training', navReference: 'AT-2026-118' })
    expect((await adviser.call('placements.submitForApproval', { agreementId: draft.id, version })).sent).toEqual([])
    expect(await adviser.call('placements.getAgreement', { agreementId: draft.id })).toMatchObject({ state: 'ready', isNavs: true, links: [] })
  })

  test('an opening with one seat takes one', async () => {
    const { municipality, adviser } = await anAdviser()
    const [first, second] = [await aDraft(municipality, adviser), await aDraft(municipality, adviser)]
    const openingId = randomUUID()
    await municipality.put(async (tx) => {
      await tx.insertInto('opening').values({ id: openingId, kind: 'practice_place', employerId: first.employerId, title: 'Bakeriet', seats: 1 }).execute()
      await tx.updateTable('agreement').set({ openingId }).where('id', 'in', [first.id, second.id]).execute()
    })
    for (const draft of [first, second]) await adviser.call('placements.saveAgreement', { id: draft.id, version: 1, ...wholeContent(draft, adviser.actor.id) })
    await adviser.call('placements.submitForApproval', { agreementId: first.id, version: 2, consent: 'spoken' })
    expect(codesOf(await adviser.refusals('placements.submitForApproval', { agreementId: second.id, version: 2, consent: 'spoken' }))).toEqual(['placements.noSeat'])
    await adviser.call('placements.approveInMeeting', { agreementId: first.id, revision: 1, parties: bothInMeeting() })
  })
})

describe('approving', () => {
  test('all three in one sitting by one colleague, and the parties are told (PLA-04, KAR-11)', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id } = await anAgreed(municipality, adviser)
    const page = await adviser.call('placements.getAgreement', { agreementId: id })
    expect(page.state).toBe('ready')
    expect(page.approvals.map(({ party, how, interpreter }) => `${party} ${how} ${interpreter ?? ''}`.trim()).toSorted()).toEqual(['employer meeting', 'municipality signed_in', 'participant meeting_with_interpreter Tolk 4012'])
    expect(page.links.map(({ state }) => state)).toEqual(['revoked', 'revoked'])
    expect((await mailsOf(municipality, 'agreement_ready')).map(({ toAddress }) => toAddress)).toEqual(['oksana@example.no', 'per@example.no'])
  })

  test('the municipality waits for the others, and a yes on behalf has its reason', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id } = await aSubmitted(municipality, adviser)
    expect(codesOf(await adviser.refusals('placements.approveAsMunicipality', { id: randomUUID(), agreementId: id, revision: 1 }))).toEqual(['approval.othersFirst'])
    expect(codesOf(await adviser.refusals('placements.approveInMeeting', { agreementId: id, revision: 1, parties: [{ id: randomUUID(), party: 'participant', name: 'Oksana', how: 'on_behalf' }] }))).toEqual(['approval.reasonMissing'])
  })

  test('the employer is looked up again at every approval', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id, employerId } = await aSubmitted(municipality, adviser)
    await municipality.put((tx) => tx.updateTable('employer').set({ status: 'deleted' }).where('id', '=', employerId).execute())
    expect(codesOf(await adviser.refusals('placements.approveInMeeting', { agreementId: id, revision: 1, parties: bothInMeeting() }))).toEqual(['employers.deleted'])
  })

  test('what is taken back takes the municipality\'s yes with it; what has begun is not taken back', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id } = await anAgreed(municipality, adviser)
    const { approvals } = await adviser.call('placements.getAgreement', { agreementId: id })
    const approvalId = approvals.find(({ party }) => party === 'employer')?.id ?? ''
    await adviser.call('placements.withdrawApproval', { agreementId: id, approvalId, reason: 'asked_by_party' })
    const page = await adviser.call('placements.getAgreement', { agreementId: id })
    expect(page.state).toBe('waiting')
    expect(page.approvals.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ party }) => party)).toEqual(['participant'])
    expect(codesOf(await adviser.refusals('placements.withdrawApproval', { agreementId: id, approvalId, reason: 'mistake' }))).toEqual(['approval.alreadyWithdrawn'])
  })
})

describe('changing', () => {
  test('of the content withdraws every yes, closes the links and tells those who had said it', async () => {
    const { municipality, adviser } = await anAdviser()
    const draft = await anAgreed(municipality, adviser)
    const saved = await adviser.call('placements.saveAgreement', { id: draft.id, version: draft.version, ...wholeContent(draft, adviser.actor.id), toDate: plainDate('2027-03-31') })
    expect(saved).toMatchObject({ revision: 2, withdrawn: ['participant', 'employer'] })
    const page = await adviser.call('placements.getAgreement', { agreementId: draft.id })
    expect(page.state).toBe('waiting')
    expect(page.approvals.map(({ withdrawnReason }) => withdrawnReason)).toEqual(['content_changed', 'content_changed', 'content_changed'])
    expect(page.changes[0]).toMatchObject({ operation: 'placements.saveAgreement', fields: ['toDate', 'revision'] })
    expect(await mailsOf(municipality, 'approval_withdrawn')).toHaveLength(2)
    expect(codesOf(await adviser.refusals('placements.approveInMeeting', { agreementId: draft.id, revision: 1, parties: bothInMeeting() }))).toContain('approval.changedSince')
  })

  test('of people and follow-up leaves the approvals; a stale page is refused', async () => {
    const { municipality, adviser } = await anAdviser()
    const draft = await anAgreed(municipality, adviser)
    const content = wholeContent(draft, adviser.actor.id)
    const next = { ...content, supervisorContactId: draft.signerId, followUps: [{ id: randomUUID(), kind: 'call' as const, dueOn: plainDate('2026-12-10') }] }
    expect(await adviser.call('placements.saveAgreement', { id: draft.id, version: draft.version, ...next })).toMatchObject({ revision: 1, withdrawn: [] })
    const page = await adviser.call('placements.getAgreement', { agreementId: draft.id })
    expect(page).toMatchObject({ state: 'ready', followUps: [{ kind: 'call', dueOn: '2026-12-10' }] })
    expect(codesOf(await adviser.refusals('placements.saveAgreement', { id: draft.id, version: draft.version, ...content }))).toEqual(['stale'])
  })

  test('a later end is a new revision; an earlier one is no extension', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id, version } = await anAgreed(municipality, adviser)
    expect(codesOf(await adviser.refusals('placements.extendAgreement', { agreementId: id, version, toDate: plainDate('2027-02-26') }))).toEqual(['placements.notLater'])
    expect(await adviser.call('placements.extendAgreement', { agreementId: id, version, toDate: plainDate('2027-05-28') })).toMatchObject({ revision: 2 })
  })

  test('a new link closes the former; an address that is missing is said', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id, personId } = await aSubmitted(municipality, adviser)
    await adviser.call('placements.resendLink', { agreementId: id, party: 'employer' })
    await adviser.call('placements.revokeLink', { agreementId: id, party: 'participant' })
    const { links } = await adviser.call('placements.getAgreement', { agreementId: id })
    expect(links.map(({ party, state }) => `${party} ${state}`).toSorted()).toEqual(['employer open', 'employer revoked', 'participant revoked'])
    await municipality.put((tx) => tx.updateTable('person').set({ email: null }).where('id', '=', personId).execute())
    expect(codesOf(await adviser.refusals('placements.resendLink', { agreementId: id, party: 'participant' }))).toEqual(['approval.noAddress'])
    await expect((await municipality.as('programme_adviser')).call('placements.revokeLink', { agreementId: randomUUID(), party: 'employer' })).rejects.toThrow(NotFound)
  })
})

describe('ending', () => {
  test('before it begins it is cancelled, with a reason; nothing planned is left', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id, version } = await anAgreed(municipality, adviser)
    await adviser.call('placements.cancelAgreement', { agreementId: id, version, reason: 'need_gone' })
    expect(await adviser.call('placements.getAgreement', { agreementId: id })).toMatchObject({ state: 'cancelled', cancelReason: 'need_gone', followUps: [], actions: ['getDocument'] })
    expect(codesOf(await adviser.refusals('placements.cancelAgreement', { agreementId: id, version: version + 1, reason: 'other' }))).toEqual(['placements.isOver'])
  })

  test('one who never came ends it with that as its reason', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id, version } = await anAgreed(municipality, adviser)
    const now = new Date('2026-12-02T08:00:00Z')
    await expect(adviser.call('placements.endAgreement', { agreementId: id, version, endedOn: plainDate('2026-11-01'), reason: 'never_started' }, { now })).rejects.toMatchObject({ refusals: [{ code: 'placements.endsBeforeStart' }] })
    await adviser.call('placements.endAgreement', { agreementId: id, version, endedOn: plainDate('2026-12-01'), reason: 'never_started' }, { now })
    expect(await adviser.call('placements.getAgreement', { agreementId: id }, { now })).toMatchObject({ state: 'ended', endReason: 'never_started', followUps: [] })
  })
})

describe('the list', () => {
  test('says the same state as the page on every day, and is narrowed by it', async () => {
    const { municipality, adviser } = await anAdviser()
    const made = [await aDraft(municipality, adviser), await aSubmitted(municipality, adviser), await anAgreed(municipality, adviser)]
    for (const day of [NOW, new Date('2026-12-15T10:00:00Z'), new Date('2027-06-01T10:00:00Z')]) {
      const { rows, total } = await adviser.call('placements.listAgreements', {}, { now: day })
      expect(total).toBe(3)
      for (const { id } of made) expect(rows.find((row) => row.id === id)?.state).toBe((await adviser.call('placements.getAgreement', { agreementId: id }, { now: day })).state)
    }
    const now = new Date('2027-02-01T10:00:00Z')
    expect((await adviser.call('placements.listAgreements', { endingSoon: true, states: ['in_progress'] }, { now })).rows.map(({ id }) => id)).toEqual([made[2]?.id])
    expect((await adviser.call('placements.listAgreements', { employerId: made[0]?.employerId })).rows.map(({ id }) => id)).toEqual([made[0]?.id])
    expect((await (await municipality.as('job_broker')).call('placements.listAgreements', { mine: true })).total).toBe(0)
  })

  test('does not show placements of another municipality', async () => {
    const { municipality, adviser } = await anAdviser()
    const { id } = await aDraft(municipality, adviser)
    const stranger = await (await aMunicipality(world())).as('programme_adviser')
    expect((await stranger.call('placements.listAgreements', {})).total).toBe(0)
    await expect(stranger.call('placements.getAgreement', { agreementId: id })).rejects.toThrow(NotFound)
  })
})
