import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { aSettledPerson } from '#test/programme-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const portal = useParticipantPortal(world)
const START = plainDate('2026-08-17')

/** A participant with a course of her own that goes on, one that is over, and an hour for her health. */
async function aVisitor() {
  const here = await aMunicipality(world())
  const { personId } = await aSettledPerson(here)
  await here.put(async (tx) => {
    await tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: START, decidedOn: START, startsOn: START, months: 24, finalGoal: 'work', regime: 'new' }).execute()
    const courseId = randomUUID()
    await tx.insertInto('course').values({ id: courseId, name: 'Karriere', kind: 'life_skills', fulfils: 'life_skills_career', givenBy: 'career_centre', stage: 'late' }).execute()
    const schedule = JSON.stringify([{ weekday: 1, from: '09:00', to: '12:00' }])
    const activities = [{ id: randomUUID(), courseId, kind: 'life_skills' as const, title: 'Karriere <1>', fromDate: START, toDate: null }, { id: randomUUID(), courseId: null, kind: 'other' as const, title: 'Oppstart', fromDate: START, toDate: addDays(TODAY, -30) }]
    const health = { id: randomUUID(), personId, kind: 'health' as const, fromDate: START, schedule }
    await tx.insertInto('activity').values(activities.map((one) => ({ ...one, schedule }))).execute()
    await tx.insertInto('activity').values(health).execute()
    await tx.insertInto('activityParticipant').values([...activities, health].map(({ id }) => ({ id: randomUUID(), activityId: id, personId, fromDate: START }))).execute()
  })
  const { actor } = await here.participant(personId)
  const token = await portal.signIn(here.id, actor.id)
  return (language = 'nb') => portal.browser(token).get('/mine/courses', token, language)
}

test('she reads what goes on, what lacks and what is done, with what each is for, in her language; of health nothing', async () => {
  const get = await aVisitor()
  const { body } = await get()
  expect(body).toContain('Karriere &lt;1&gt;')
  expect(body).toContain('Du har vært på 0 av 15 timer.')
  const order = ['Nå', 'Karriere', 'Skal du også ha', 'Samfunnskunnskap', 'Ferdig', 'Oppstart'].map((word) => body.indexOf(word, body.indexOf('<h1')))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(body).not.toMatch(/helse til|Time til helse|health/i)
  for (const [language, title, purpose] of [['nn', 'Kursa mine', 'kva du kan og vil'], ['en', 'My courses', 'what you can and want to do'], ['uk', 'Мої курси', 'що вмієте'], ['ar', 'دوراتي', 'ما تستطيعه']] as const) {
    const page = (await get(language)).body
    expect([page.includes(title), page.includes(purpose), page.includes(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)]).toEqual([true, true, true])
  }
})
