import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { aParticipant } from '#test/programme-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const portal = useParticipantPortal(world)

test('she reads beforehand what a talk is about and what is sent along, afterwards what was agreed, in her language', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const { personId } = await aParticipant(here, adviser)
  const [talkId, stepId] = [randomUUID(), randomUUID()]
  const token = await portal.signIn(here.id, (await here.participant(personId)).actor.id)
  const open = async (language: string) => (await portal.browser(token).get('/mine/talks', token, language)).body
  expect(await open('nb')).toContain('Ingen samtaler er planlagt')
  await adviser.call('programme.planTalk', { id: talkId, personId, kind: 'qualification_interview', plannedOn: TODAY, plannedAt: '09:30', place: 'Rom <2>' })
  await adviser.call('competence.recordWish', { id: randomUUID(), personId, wording: 'Bli <kokk>' })
  await adviser.call('programme.writeMapping', { id: randomUUID(), personId })
  for (const [language, title, question] of [['nb', 'Samtalene mine', 'Hva er viktigst for deg?'], ['nn', 'Samtalane mine', 'Hva er viktigst for deg?'], ['en', 'My talks', 'What matters most to you?'], ['uk', 'Мої розмови', 'Що для вас найважливіше?'], ['ar', 'محادثاتي', 'ما أهم شيء بالنسبة لك؟']] as const) {
    const page = await open(language)
    expect([page.includes(title), page.includes(question), page.includes(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)], language).toEqual([true, true, true])
    expect(page).toContain('Bli &lt;kokk&gt;')
    expect(page).toContain('Rom &lt;2&gt;')
  }
  expect(await open('nb')).toContain('Ikke sendt ennå')
  await adviser.call('programme.noteTalk', { id: talkId, version: 1, answers: [{ pointId: 'words', note: 'Notat for veilederen' }], steps: [{ id: stepId, what: 'Ta med vitnemålet', who: 'participant', dueOn: TODAY }] })
  expect(await open('nb')).not.toContain('Ta med vitnemålet')
  await adviser.call('programme.closeTalk', { id: talkId, version: 2, heldOn: TODAY })
  const after = await open('ar')
  expect(after).toContain('lang="nb" dir="auto">Ta med vitnemålet')
  expect(after).not.toContain('Notat for veilederen')
})
