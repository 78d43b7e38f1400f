import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hasTypst } from '#platform/typst.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays } from '#shared/date.ts'
import { aParticipant, aTownWithParticipant } from '#test/programme-facts.ts'
import { NOW, TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

const here = () => aTownWithParticipant(world())
type Here = Awaited<ReturnType<typeof here>>
type Kind = 'qualification_interview' | 'three_part' | 'follow_up'

async function aTalk({ adviser, personId }: Pick<Here, 'adviser' | 'personId'>, kind: Kind = 'qualification_interview') {
  const id = randomUUID()
  await adviser.call('programme.planTalk', { id, personId, kind, plannedOn: TODAY, plannedAt: '09:30', place: 'Storgata 1', takesPart: ['participant', 'adviser', 'interpreter'], interpreterLanguage: 'tigrinja' })
  return id
}
const said = (id: string, version: number, over: object = {}) => ({ id, version, answers: [{ pointId: 'words', note: 'Vil bli kokk' }], ownWords: null, disagreement: null, steps: [{ id: randomUUID(), what: 'Ta med vitnemålet', who: 'participant' as const, dueOn: addDays(TODAY, 7) }], ...over })

describe('templates', () => {
  test('are ours until the municipality saves its own, and a talk keeps the one it was planned with', async () => {
    const { municipality, adviser, personId } = await here()
    const administrator = await municipality.as('administrator')
    const before = await aTalk({ adviser, personId })
    const { templates } = await administrator.call('programme.getTalkTemplates', {})
    const [ours] = templates
    expect(ours).toMatchObject({ kind: 'qualification_interview', revision: 0 })
    const points = [...(ours?.points ?? [])].reverse().slice(0, 3).map((point) => ({ ...point, asked: { ...point.asked, no: 'Noe annet?' } }))
    const input = { id: randomUUID(), kind: 'qualification_interview' as const, from: 0, points }
    expect(await administrator.call('programme.saveTalkTemplate', input)).toEqual({ revision: 1 })
    expect(codes(await administrator.refusals('programme.saveTalkTemplate', { ...input, id: randomUUID() }))).toEqual(['talk.templateChanged'])
    const after = await adviser.call('programme.getTalk', { talkId: await aTalk({ adviser, personId }), locale: 'nb' })
    expect(after).toMatchObject({ templateRevision: 1, points: points.map(({ id }) => ({ id, asked: { no: 'Noe annet?', uk: null } })) })
    expect(await adviser.call('programme.getTalk', { talkId: before, locale: 'en' })).toMatchObject({ templateRevision: 0, points: expect.arrayContaining([expect.objectContaining({ id: 'welcome', heading: 'Why we meet' })]) })
    await expect(adviser.call('programme.getTalkTemplates', {})).rejects.toThrow(Forbidden)
    await expect(adviser.call('programme.saveTalkTemplate', { ...input, id: randomUUID(), from: 1 })).rejects.toThrow(Forbidden)
  })
})

describe('a talk', () => {
  test('shows what is known with its day and source, and asks for what is missing', async () => {
    const { municipality, adviser, personId } = await here()
    await adviser.call('competence.recordLanguageLevel', { id: randomUUID(), personId, language: 'no', skill: 'listening', level: 'A2', evidence: 'tested', assessedOn: addDays(TODAY, -20), source: 'Norskprøven' })
    await adviser.call('competence.recordEducation', { id: randomUUID(), personId, level: 4, field: 'Kokk', country: 'ER' })
    const { known } = await adviser.call('programme.getTalk', { talkId: await aTalk({ adviser, personId }), locale: 'nb' })
    const of = (belongs: string) => known.find((one) => one.belongs === belongs)
    expect(of('languages')).toMatchObject({ need: 'known', lines: [{ text: 'norsk: lytte A2', on: addDays(TODAY, -20), how: 'testet, Norskprøven' }, { text: 'tolk: tigrinja' }] })
    expect([of('education')?.need, of('work')?.need, of('legal')?.need]).toEqual(['undated', 'missing', 'undated'])
    expect(JSON.stringify(of('legal'))).toContain('1. oktober 2026')
    await expect((await municipality.as('settlement_worker')).call('programme.getTalk', { talkId: await aTalk({ adviser, personId }), locale: 'nb' })).rejects.toThrow(NotFound)
  })

  test('is noted as often as one likes, and what was confirmed is known in the next', async () => {
    const { adviser, personId } = await here()
    await adviser.call('competence.recordEducation', { id: randomUUID(), personId, level: 4, field: 'Kokk', country: 'ER' })
    const id = await aTalk({ adviser, personId })
    const first = said(id, 1, { answers: [{ pointId: 'education', standing: 'unchanged' }, { pointId: 'words', note: 'Vil bli kokk' }], ownWords: 'ክሰርሕ ይደሊ' })
    await adviser.call('programme.noteTalk', first)
    expect(codes(await adviser.refusals('programme.noteTalk', first))).toEqual(['stale'])
    expect(codes(await adviser.refusals('programme.noteTalk', said(id, 2, { answers: [{ pointId: 'religion', note: 'x' }] })))).toEqual(['talk.noSuchPoint'])
    await adviser.call('programme.noteTalk', { ...first, version: 2, disagreement: 'Hun vil studere først' })
    await adviser.call('programme.closeTalk', { id, version: 3, heldOn: TODAY })
    const next = await adviser.call('programme.getTalk', { talkId: await aTalk({ adviser, personId }, 'follow_up'), locale: 'nb' })
    expect(next.openSteps).toMatchObject([{ what: 'Ta med vitnemålet', doneOn: null }])
    const three = await adviser.call('programme.getTalk', { talkId: await aTalk({ adviser, personId }, 'three_part'), locale: 'nb' })
    expect(three.known.find(({ belongs }) => belongs === 'education')).toMatchObject({ need: 'known', confirmedOn: TODAY })
  })

  test('does its step of the path when it is closed, gives her words to the plan, and then stays', async () => {
    const { municipality, adviser, personId } = await here()
    const id = await aTalk({ adviser, personId })
    expect(codes(await adviser.refusals('programme.closeTalk', { id, version: 1, heldOn: TODAY }))).toEqual(['talk.nothingSaid'])
    const note = said(id, 1, { ownWords: 'ክሰርሕ ይደሊ' })
    await adviser.call('programme.noteTalk', note)
    await adviser.call('programme.closeTalk', { id, version: 2, heldOn: TODAY })
    const plan = await adviser.call('programme.getPlan', { personId, locale: 'nb' })
    expect(plan.steps.find(({ kind }) => kind === 'qualification_interview')).toMatchObject({ state: 'done', doneOn: TODAY, doneWith: 'Storgata 1' })
    expect(plan.words).toMatchObject([{ id, how: 'meeting_with_interpreter', language: 'tigrinja', words: 'ክሰርሕ ይደሊ', answer: null }])
    expect(codes(await adviser.refusals('programme.noteTalk', { ...note, version: 3 }))).toEqual(['talk.isHeld'])
    expect(codes(await adviser.refusals('programme.planTalk', { id, personId, version: 3, kind: 'qualification_interview' }))).toEqual(['talk.isHeld'])
    expect(codes(await adviser.refusals('programme.cancelTalk', { id, version: 3 }))).toEqual(['talk.isHeld'])
    await expect(municipality.put((tx) => tx.updateTable('talk').set({ disagreement: 'x' }).where('id', '=', id).executeTakeFirstOrThrow())).resolves.toMatchObject({ numUpdatedRows: 0n })
  })

  test('out of the municipality’s order says why, and a day ahead is no day it was held', async () => {
    const { adviser, personId } = await here()
    const id = await aTalk({ adviser, personId }, 'three_part')
    await adviser.call('programme.noteTalk', said(id, 1))
    expect(codes(await adviser.refusals('programme.closeTalk', { id, version: 2, heldOn: TODAY }))).toEqual(['plan.outOfOrder'])
    expect(codes(await adviser.refusals('programme.closeTalk', { id, version: 2, heldOn: addDays(TODAY, 1) }))).toEqual(['talk.heldInFuture'])
    await adviser.call('programme.closeTalk', { id, version: 2, heldOn: TODAY, deviation: 'Læreren hadde tid nå' })
    const { steps } = await adviser.call('programme.getPlan', { personId, locale: 'nb' })
    expect(steps.find(({ kind }) => kind === 'competence_mapping')).toMatchObject({ state: 'done', deviation: 'Læreren hadde tid nå' })
  })

  test('is cancelled, and then neither held nor shown to her', async () => {
    const { municipality, adviser, personId } = await here()
    const id = await aTalk({ adviser, personId })
    await adviser.call('programme.cancelTalk', { id, version: 1 })
    expect((await adviser.call('programme.listTalks', { personId })).talks).toMatchObject([{ state: 'cancelled' }])
    expect(codes(await adviser.refusals('programme.closeTalk', { id, version: 2, heldOn: TODAY }))).toEqual(['talk.isCancelled'])
    expect((await (await municipality.participant(personId)).call('programme.listMyTalks', { locale: 'nb' })).talks).toEqual([])
  })

  test('is changed by its newest version, about the person it is about', async () => {
    const { municipality, adviser, personId } = await here()
    const id = await aTalk({ adviser, personId })
    const other = await aParticipant(municipality, adviser)
    const meeting = { id, kind: 'qualification_interview' as const, version: 1, plannedOn: addDays(TODAY, 3) }
    await expect(adviser.call('programme.planTalk', { ...meeting, personId: other.personId })).rejects.toThrow(NotFound)
    await adviser.call('programme.planTalk', { ...meeting, personId })
    expect(codes(await adviser.refusals('programme.planTalk', { ...meeting, personId }))).toEqual(['stale'])
    const stolen = said(await aTalk({ adviser, personId: other.personId }), 1)
    await adviser.call('programme.noteTalk', stolen)
    expect(codes(await adviser.refusals('programme.noteTalk', said(id, 2, { steps: stolen.steps })))).toEqual(['talk.saidTwice'])
  })
})

describe('who is with her', () => {
  test('a teacher notes the three-part talk without the facts of the case, and reads no other', async () => {
    const { municipality, adviser, personId } = await here()
    const teacher = await municipality.as('teacher')
    const [three, interview] = [await aTalk({ adviser, personId }, 'three_part'), await aTalk({ adviser, personId })]
    expect(await teacher.call('programme.getTalk', { talkId: three, locale: 'nb' })).toMatchObject({ actions: ['note', 'print'] })
    await teacher.call('programme.noteTalk', said(three, 1))
    await expect(teacher.call('programme.getTalk', { talkId: interview, locale: 'nb' })).rejects.toThrow(NotFound)
    await expect(teacher.call('programme.noteTalk', said(interview, 1))).rejects.toThrow(NotFound)
    await expect(teacher.call('programme.getTalkPaper', { talkId: interview, what: 'minutes', locale: 'nb' })).rejects.toThrow(NotFound)
    await expect(teacher.call('programme.closeTalk', { id: three, version: 2, heldOn: TODAY })).rejects.toThrow(Forbidden)
    expect((await teacher.call('programme.listTalks', { personId })).talks.filter(({ mayOpen }) => mayOpen).map(({ id }) => id)).toEqual([three])
    const administrator = await municipality.as('administrator')
    const points = [{ id: 'law', heading: 'Loven', belongs: 'legal' as const }]
    await administrator.call('programme.saveTalkTemplate', { id: randomUUID(), kind: 'three_part', from: 0, points })
    expect((await teacher.call('programme.getTalk', { talkId: await aTalk({ adviser, personId }, 'three_part'), locale: 'nb' })).known).toEqual([{ belongs: 'legal', need: 'hidden', lines: [], confirmedOn: null, newestOn: null }])
  })

  test('she reads beforehand what she will be asked in her language, and afterwards what was agreed; never the notes', async () => {
    const { municipality, adviser, personId } = await here()
    const id = await aTalk({ adviser, personId })
    const she = await municipality.participant(personId)
    const before = await she.call('programme.listMyTalks', { locale: 'uk' })
    expect(before.talks).toMatchObject([{ state: 'planned', plannedAt: '09:30', asked: expect.arrayContaining([{ text: 'Що для вас найважливіше?', lang: 'uk' }]), steps: [] }])
    await adviser.call('programme.noteTalk', said(id, 1, { answers: [{ pointId: 'words', note: 'Hemmelig notat' }], disagreement: 'Hemmelig uenighet' }))
    expect((await she.call('programme.listMyTalks', { locale: 'nb' })).talks).toMatchObject([{ steps: [] }])
    await adviser.call('programme.closeTalk', { id, version: 2, heldOn: TODAY })
    const after = await she.call('programme.listMyTalks', { locale: 'nb' })
    expect(after.talks).toMatchObject([{ state: 'held', asked: [], steps: [{ what: 'Ta med vitnemålet', who: 'participant' }] }])
    expect(JSON.stringify(after)).not.toContain('Hemmelig')
    await expect(adviser.call('programme.listMyTalks', { locale: 'nb' })).rejects.toThrow(Forbidden)
  })

  test('nobody elsewhere', async () => {
    const { adviser, personId } = await here()
    const id = await aTalk({ adviser, personId })
    const stranger = await (await aMunicipality(world())).as('programme_adviser')
    await expect(stranger.call('programme.listTalks', { personId })).rejects.toThrow(NotFound)
    await expect(stranger.call('programme.getTalk', { talkId: id, locale: 'nb' })).rejects.toThrow(NotFound)
    await expect(stranger.call('programme.planTalk', { id: randomUUID(), personId, kind: 'follow_up' })).rejects.toThrow(NotFound)
  })
})

test('what was agreed is done on a day that has been, and can be open again', async () => {
  const { adviser, personId } = await here()
  const id = await aTalk({ adviser, personId })
  const note = said(id, 1)
  await adviser.call('programme.noteTalk', note)
  const step = { id: note.steps[0]?.id ?? '', version: 1 }
  expect(codes(await adviser.refusals('programme.settleAgreedStep', { ...step, doneOn: addDays(TODAY, 1) }))).toEqual(['talk.doneInFuture'])
  await adviser.call('programme.settleAgreedStep', { ...step, doneOn: TODAY })
  await adviser.call('programme.settleAgreedStep', { ...step, version: 2, doneOn: null })
  await adviser.call('programme.closeTalk', { id, version: 2, heldOn: TODAY })
  expect((await adviser.call('programme.listTalks', { personId })).steps).toMatchObject([{ doneOn: null, version: 3 }])
})

test.skipIf(!hasTypst())('the sheet and the minutes are PDF for the archive, in her language beside Norwegian', async () => {
  const { adviser, personId } = await here()
  const id = await aTalk({ adviser, personId })
  await adviser.call('programme.noteTalk', said(id, 1, { ownWords: 'ክሰርሕ ይደሊ', disagreement: 'Uenig' }))
  for (const what of ['blank', 'minutes'] as const) for (const locale of ['nb', 'nn', 'en', 'uk', 'ar'] as const) {
    const { bytes, fileName } = await adviser.call('programme.getTalkPaper', { talkId: id, what, locale })
    expect(fileName).toBe(`samtale-${what}-${locale}.pdf`)
    expect(Buffer.from(bytes).toString('latin1'), locale).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  }
})

test('the page of the day has the talks of one’s own participants, and what was agreed and is overdue', async () => {
  const { municipality, adviser, personId } = await here()
  const id = await aTalk({ adviser, personId })
  const other = await municipality.as('programme_adviser')
  await municipality.put((tx) => tx.updateTable('person').set({ adviserId: adviser.actor.id }).where('id', '=', personId).execute())
  const onDay = (days: number) => ({ now: new Date(NOW.getTime() + days * 86_400_000) })
  expect((await adviser.call('programme.listTodayTalks', {})).talks).toMatchObject([{ id, personId, isLate: false, plannedAt: '09:30' }])
  expect((await adviser.call('programme.listTodayTalks', {}, onDay(1))).talks).toMatchObject([{ id, isLate: true }])
  expect((await adviser.call('programme.listTodayTalks', {}, onDay(-8))).talks).toEqual([])
  expect(await other.call('programme.listTodayTalks', {})).toEqual({ talks: [], steps: [] })
  await adviser.call('programme.noteTalk', said(id, 1))
  await adviser.call('programme.closeTalk', { id, version: 2, heldOn: TODAY })
  expect(await adviser.call('programme.listTodayTalks', {}, onDay(7))).toEqual({ talks: [], steps: [] })
  expect(await adviser.call('programme.listTodayTalks', {}, onDay(8))).toMatchObject({ talks: [], steps: [{ talkId: id, what: 'Ta med vitnemålet', who: 'participant' }] })
  expect(await adviser.auditTrail(personId)).toContain('programme.listTodayTalks')
  await expect((await municipality.as('settlement_worker')).call('programme.listTodayTalks', {})).rejects.toThrow(Forbidden)
})
