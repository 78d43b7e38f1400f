import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, instantOf } from '#shared/date.ts'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { NOW, TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const portal = useParticipantPortal(world)
const path = '/mine/interpreter'

/** A participant with one confirmed meeting, and a stranger with another, both in one municipality. */
async function aVisitor() {
  const here = await aMunicipality(world())
  const { actor: adviser } = await here.as('programme_adviser')
  const [personId, strangerId] = [randomUUID(), randomUUID()]
  const meeting = { language: 'prs', modality: 'present' as const, kind: 'qualified' as const, purpose: 'plan' as const, onDay: addDays(TODAY, 5), fromTime: '09:30', minutes: 60, meetsId: adviser.id, askedAt: instantOf(NOW), confirmedAt: instantOf(NOW) }
  await here.put(async (tx) => {
    await tx.insertInto('person').values([{ id: personId, givenName: 'Amina', familyName: 'Ali' }, { id: strangerId, givenName: 'Annen', familyName: 'Person' }]).execute()
    await tx.insertInto('interpreterBooking').values([{ ...meeting, id: randomUUID(), bookedBy: adviser.id, personId, place: 'Rom <4>', interpreterName: 'Iryna & Co' }, { ...meeting, id: randomUUID(), bookedBy: adviser.id, personId: strangerId, place: 'Hemmelig', interpreterName: 'Annen Tolk' }]).execute()
    await tx.insertInto('interpreterQuestion').values([{ id: randomUUID(), personId, body: 'Har du fått skjemaet?', askedBy: 'staff', askedOn: TODAY, accountId: adviser.id }, { id: randomUUID(), personId: strangerId, body: 'Den andres spørsmål', askedBy: 'staff', askedOn: TODAY, accountId: adviser.id }]).execute()
  })
  const { actor } = await here.participant(personId)
  const token = await portal.signIn(here.id, actor.id)
  const { get, post } = portal.browser(token)
  return { here, personId, post: (form: Record<string, string>) => post(path, form), get: (url = path, language = 'nb') => get(url, token, language) }
}

test('she sees her own meetings and nobody else’s, in her language', async () => {
  const { get } = await aVisitor()
  const { body } = await get()
  expect([body.includes('Rom &lt;4&gt;'), body.includes('Iryna &amp; Co'), body.includes('09:30–10:30'), body.includes('Har du fått skjemaet?')]).toEqual([true, true, true, true])
  expect(body).not.toMatch(/Hemmelig|Annen Tolk|Den andres/)
  for (const [language, title, name] of [['nn', 'Møta dine', 'dari'], ['en', 'Your meetings', 'Dari'], ['uk', 'Ваші зустрічі', 'дарі'], ['ar', 'لقاءاتك', 'الدارية']] as const) {
    const page = (await get(path, language)).body
    expect([page.includes(title), page.includes(name), page.includes(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)]).toEqual([true, true, true])
  }
})

test('she asks once however often she presses, words it otherwise, and takes it back', async () => {
  const { here, get, post } = await aVisitor()
  const id = randomUUID()
  for (const _ of [1, 2]) expect((await post({ action: 'save', id, body: 'Når begynner kurset?' })).headers.location).toBe(`${path}?done=saved`)
  expect((await post({ action: 'save', id, version: '1', body: 'Når begynner norskkurset?' })).headers.location).toBe(`${path}?done=saved`)
  const { body } = await get(`${path}?done=saved`)
  expect([body.includes('Når begynner norskkurset?'), body.includes('Spørsmålet er lagret')]).toEqual([true, true])
  expect((await post({ action: 'remove', id })).headers.location).toBe(`${path}?done=removed`)
  expect(await here.put((tx) => tx.selectFrom('interpreterQuestion').select('id').where('askedBy', '=', 'participant').execute())).toEqual([])
})

test('nothing written is told, and what is not hers is refused', async () => {
  const { here, post } = await aVisitor()
  const empty = await post({ action: 'save', id: randomUUID(), body: '  ' })
  expect([empty.statusCode, empty.body.includes('Skriv et spørsmål først')]).toEqual([422, true])
  const rows = await here.put((tx) => tx.selectFrom('interpreterQuestion').select('id').execute())
  for (const { id } of rows) {
    const refused = await post({ action: 'save', id, version: '1', body: 'Byttet ut' })
    expect([refused.statusCode, refused.body.includes('Det gikk ikke')]).toEqual([422, true])
  }
  expect(rows).toHaveLength(2)
  expect(await here.put((tx) => tx.selectFrom('interpreterQuestion').select('id').where('body', '=', 'Byttet ut').execute())).toEqual([])
})
