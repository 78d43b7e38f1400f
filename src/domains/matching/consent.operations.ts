import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found, Refused } from '#platform/problem.ts'
import { findOpening } from './load-openings.ts'
import { loadFacts } from './load-people.ts'
import * as core from './presentation.core.ts'
import { loadCourse, saveStep } from './presentation.operations.ts'
import { Done, EmployerProfile, PreviewProfileInput, ProfileForEmployer, ProfileForEmployerInput, ProfilePreview, RecordConsentInput } from './presentation.schema.ts'
import type { ProfilePart } from './presentation.schema.ts'
import { buildProfile } from './profile.core.ts'

/** What an employer, or a neighbour, would be shown of her for this opening, of these parts. */
export async function makeProfile(context: Context, { personId, openingId }: { personId: string; openingId: string }, parts: readonly ProfilePart[]): Promise<EmployerProfile> {
  const { tx, today } = context
  const person = found(await tx.selectFrom('person').select(['givenName', 'permitUntil']).where('id', '=', personId).executeTakeFirst())
  const work = await tx.selectFrom('workExperience').select(['occupationCode', 'title', 'fromYear', 'toYear', 'months']).where('personId', '=', personId)
    .orderBy('toYear', (by) => by.desc().nullsFirst()).orderBy('title').execute()
  const [facts] = await loadFacts(tx, [personId])
  const { facts: opening } = found(await findOpening(context, openingId))
  return EmployerProfile.parse(buildProfile({ ...person, work, facts: found(facts) }, opening, parts, today))
}

/** Who is behind a presentation, for the heading of a profile. */
const headingOf = async (context: Context, openingId: string) => {
  const { card } = found(await findOpening(context, openingId))
  const municipality = found(await context.tx.selectFrom('municipality').select('name').executeTakeFirst())
  const contact = card.employerId === null ? undefined : await context.tx.selectFrom('employer').innerJoin('account', (join) => join
    .onRef('account.municipalityId', '=', 'employer.municipalityId').onRef('account.id', '=', 'employer.contactAccountId'))
    .select('account.name').where('employer.id', '=', card.employerId).executeTakeFirst()
  return { openingTitle: card.title, employerName: card.employerName, municipalityName: municipality.name, contactName: contact?.name ?? null }
}

export const previewProfile = operation({
  permission: 'matching.present', reads: true, input: PreviewProfileInput, output: ProfilePreview,
  subjects: (_, { personId }) => [personId],
  async run(context, { presentationId, parts }) {
    const row = await loadCourse(context, presentationId)
    return { personId: row.personId, profile: await makeProfile(context, row, parts), ...await headingOf(context, row.openingId) }
  },
})

export const recordConsent = operation({
  permission: 'matching.present', input: RecordConsentInput, output: Done,
  subjects: (_, { personId }) => [personId],
  async run(context, { presentationId, version, parts, profile, how, on, text }) {
    const row = await loadCourse(context, presentationId)
    enforce(core.mayRecordConsent(row.course, on, context.today))
    const current = await makeProfile(context, row, parts)
    // she said yes to what was on the screen; if her mapping was changed meanwhile, she is asked anew
    if (JSON.stringify(current) !== JSON.stringify(profile)) throw new Refused({ code: 'matching.profileChanged' })
    return saveStep(context, row, version, { consentParts: parts, consentProfile: current, consentHow: how, consentOn: on, consentText: text, consentBy: context.actor.id }, { consentHow: how, consentOn: on })
  },
})

export const profileForEmployer = operation({
  permission: 'matching.read', reads: true, input: ProfileForEmployerInput, output: ProfileForEmployer,
  subjects: (_, { personId }) => [personId],
  async run(context, { presentationId }) {
    const row = await loadCourse(context, presentationId)
    if (!core.hasConsent(row.course) || row.consentOn === null) throw new Refused({ code: 'matching.noConsent' })
    return { personId: row.personId, profile: EmployerProfile.parse(row.consentProfile), consentOn: row.consentOn, ...await headingOf(context, row.openingId) }
  },
})
