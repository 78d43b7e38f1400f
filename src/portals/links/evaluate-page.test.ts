import { expect, test } from 'vitest'
import { linkBrowser } from '#test/link-browser.ts'
import { aRunningPlacement } from '#test/running-placement.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function asked() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const placement = await aRunningPlacement(municipality, { toDate: '2026-11-25' })
  await adviser.call('followUp.askForEvaluation', { agreementId: placement.agreementId })
  const tokenOf = async (address: string): Promise<string> => (await world().owner.query<{ link: string }>("select params->>'link' as link from message where municipality_id = $1 and to_address = $2 and template = 'evaluate'", [municipality.id, address])).rows[0]?.link.slice('/l/'.length) ?? ''
  return { adviser, ...placement, employer: await tokenOf('kari@example.no'), participant: await tokenOf('olena@example.no') }
}

const browser = () => linkBrowser(world())

test('the participant is asked in her language, and answers once', async () => {
  const { participant, adviser, agreementId } = await asked()
  expect((await browser().get(participant)).body).toContain('Чи розмовляли ви норвезькою на роботі?')
  expect((await browser().get(participant, '?lang=ar')).body).toContain('dir="rtl"')
  const answers = { spokeNorwegian: 'every_day', wasTreatedWell: 'yes', wantsToGoOn: 'same_work', learned: 'Jeg lærte å bake' }
  expect((await browser().post(participant, answers)).body).toContain('Дякуємо')
  expect((await browser().post(participant, answers)).statusCode).toBe(410)
  expect((await adviser.call('followUp.getEvaluation', { agreementId })).evaluations).toMatchObject([{ party: 'participant', byLink: true, participant: { learned: 'Jeg lærte å bake' } }])
})

test('the employer writes what was seen at work; what was typed survives a missing answer', async () => {
  const { employer, adviser, personId } = await asked()
  const half = await browser().post(employer, { wentWell: 'Kommer <b>alltid</b> presis', wouldHostAgain: 'yes' })
  expect(half.statusCode).toBe(200)
  expect(half.body).toContain('Kommer &lt;b&gt;alltid&lt;/b&gt; presis')
  expect(half.body).toContain('role="alert"')
  await browser().post(employer, { wentWell: 'Presis', wouldHostAgain: 'yes', isHired: 'no', notHiredReason: 'vacancy', skills: 'Baking\nOppvask\n' })
  expect((await adviser.call('competence.getCompetence', { personId })).skills.map(({ name }) => name).toSorted()).toEqual(['baking', 'oppvask'])
})

test('the employer is shown no more than the name', async () => {
  const { employer } = await asked()
  const { body } = await browser().get(employer)
  expect(body).toContain('Olena Melnyk')
  expect(body).not.toContain('olena@example.no')
})
