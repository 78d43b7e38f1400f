import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { found } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { linkBrowser } from '#test/link-browser.ts'
import { aRunningPlacement } from '#test/running-placement.ts'
import { aMunicipality, callerFor, useWorld } from '#test/world.ts'
import { openLink } from './link-door.ts'

const world = useWorld()

async function asked() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const placement = await aRunningPlacement(municipality)
  const trialId = randomUUID()
  const tasks = ['Følger <oppskriften>', 'Vasker benken', 'Sier fra', 'Veier og måler', 'Rydder'].map((task) => ({ id: randomUUID(), task }))
  await adviser.call('competence.startTrial', { id: trialId, personId: placement.personId, agreementId: placement.agreementId, name: 'Kokk', startsOn: plainDate('2026-11-01'), tasks })
  await adviser.call('competence.askAboutTasks', { trialId })
  const { rows } = await world().owner.query<{ link: string }>("select params->>'link' as link from message where municipality_id = $1 and template = 'see_tasks'", [municipality.id])
  const skills = async () => (await adviser.call('competence.getCompetence', { personId: placement.personId })).skills
  return { municipality, adviser, tasks, trialId, token: found(rows[0]).link.slice('/l/'.length), skills, ids: tasks.map(({ id }) => `task.${id}`), ...placement }
}

const browser = () => linkBrowser(world())
const who = { seenBy: 'Kari Moen', seenRole: 'kjøkkensjef' }

test('the workplace says what it has seen, by name, once; what was chosen survives a missing name', async () => {
  const { token, ids, skills, adviser, personId } = await asked()
  const page = await browser().get(token)
  expect(page.body).toContain('Følger &lt;oppskriften&gt;')
  expect(page.body).not.toContain('olena@example.no')
  const [first = '', second = ''] = ids
  const half = await browser().post(token, { [first]: 'alone', ...who, seenRole: '' })
  expect([half.statusCode, half.body.includes('role="alert"'), half.body.includes('value="alone" checked')]).toEqual([200, true, true])
  expect((await browser().post(token, { [first]: 'alone', [second]: 'with_help', ...who })).body).toContain('Takk for svarene')
  expect(await skills()).toMatchObject([{ name: 'Følger <oppskriften>', evidence: 'observed', seenBy: 'Kari Moen, Kafé Brygga' }])
  expect((await adviser.call('competence.getProof', { personId })).trials[0]?.tasks.map(({ seen, byLink }) => [seen, byLink])).toEqual([['alone', true], ['with_help', true], [null, false], [null, false], [null, false]])
  expect((await browser().post(token, { [first]: 'alone', ...who })).statusCode).toBe(410)
})

test('a link opens the tasks of its own placement, to the workplace alone, in the reader’s language', async () => {
  const { token, tasks } = await asked()
  const other = await asked()
  const link = await openLink(world().db, token, new Date('2026-11-20T09:00:00Z'))
  if ('closed' in link) throw new Error('the link is closed')
  const employer = callerFor(world(), link.actor)
  expect((await employer.call('competence.getTasksForLink', {})).tasks.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id))
  expect((await employer.refusals('competence.answerTasksByLink', { ...who, tasks: [{ id: found(other.tasks[0]).id, seen: 'alone' }] })).map(({ code }) => code)).toEqual(['proof.otherTask'])
  const she = callerFor(world(), { ...link.actor, kind: 'participant' })
  expect((await she.refusals('competence.answerTasksByLink', { ...who, tasks: [{ id: found(tasks[0]).id, seen: 'alone' }] })).map(({ code }) => code)).toEqual(['proof.employerSees'])
  expect((await browser().get(token, '?lang=ar')).body).toContain('dir="rtl"')
})
