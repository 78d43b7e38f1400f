import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { addDays, dayInNorway } from '#shared/date.ts'
import { call } from '../support/api.ts'

const TODAY = dayInNorway(new Date())

export type Asked = { agreementId: string; personName: string; employerName: string; employerEmail: string; participantEmail: string }

/** The person and the signing contact of an agreement, where both have an address. */
async function partiesOf(page: Page, agreementId: string): Promise<(Asked & { personId: string; employerId: string; signingContactId: string }) | undefined> {
  const { person, employer, contacts, signingContactId } = await call(page, 'placements.getAgreement', { agreementId })
  const signer = contacts.find(({ id }) => id === signingContactId)
  if (!person.email || person.isProtected || !signer?.email) return undefined
  return { agreementId, personId: person.id, employerId: employer.id, signingContactId: signer.id, personName: person.name, employerName: employer.name, participantEmail: person.email, employerEmail: signer.email }
}

/** Placements that are over, one after the other, whose parties both have an address. */
async function* ended(page: Page) {
  for (let offset = 0; offset < 10; offset++) {
    const { rows } = await call(page, 'placements.listAgreements', { states: ['ended'], page: offset })
    for (const { id } of rows) {
      const parties = await partiesOf(page, id)
      if (parties) yield parties
    }
  }
}

async function twoWhoHaveMet(page: Page, asked: Set<string>) {
  for await (const one of ended(page)) {
    if (asked.has(one.personId)) continue
    asked.add(one.personId)
    return one
  }
  throw new Error('nobody more of the invented has an address to send a link to')
}

/** A new agreement between two who have met before, whole and sent for approval: each party has its link by mail. Nobody in `asked` twice. */
export async function anAgreementSent(page: Page, asked: Set<string>): Promise<Asked> {
  const before = await twoWhoHaveMet(page, asked)
  const id = randomUUID()
  await call(page, 'placements.startAgreement', { id, beganFrom: 'visit', kind: 'language_practice', personId: before.personId, employerId: before.employerId })
  const { version, contacts, colleagues } = await call(page, 'placements.getAgreement', { agreementId: id })
  const supervisorContactId = (contacts.find(({ isSupervisor }) => isSupervisor) ?? contacts[0])?.id
  const responsibleId = colleagues.find(({ name }) => name === 'Anne Brekke')?.id
  const saved = await call(page, 'placements.saveAgreement', { id, version, kind: 'language_practice', purpose: 'Bruke norsk hver dag', tasks: 'Rydde, vaske og hjelpe til ved måltidene', learningGoals: 'Kunne hygienereglene',
    languageGoals: 'Svare på muntlige beskjeder', speaksNorwegianWith: 'Kollegaene på samme vakt', fromDate: addDays(TODAY, 200), toDate: addDays(TODAY, 260), schedule: [1, 2, 4].map((weekday) => ({ weekday, from: '08:00', to: '13:00' })),
    supervisorContactId, signingContactId: before.signingContactId, responsibleId, followUps: [{ id: randomUUID(), kind: 'visit', dueOn: addDays(TODAY, 205) }] })
  await call(page, 'placements.submitForApproval', { agreementId: id, version: saved.version, consent: 'spoken' })
  return { ...before, agreementId: id }
}

/** A placement that is over, whose parties have been asked how it went. */
export async function aPlacementAskedAbout(page: Page): Promise<Asked> {
  for await (const one of ended(page)) {
    const { evaluations, actions } = await call(page, 'followUp.getEvaluation', { agreementId: one.agreementId })
    if (evaluations.length > 0 || !actions.includes('ask')) continue
    await call(page, 'followUp.askForEvaluation', { agreementId: one.agreementId })
    return one
  }
  throw new Error('every placement that is over has been answered for')
}
