import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { gatherItems } from './gather-items.ts'
import { codeFrom, typedCode } from './proof.core.ts'
import { FoundSheet, IssueInput, IssueOwnInput, SheetContent, SheetItem } from './proof.schema.ts'

const Issued = z.object({ id: Id, code: z.string(), personId: Id })
const Done = z.object({ id: Id, personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** Makes a sheet of what was chosen, as it is known today. What has changed since stands on the next one. */
async function issue({ tx, today, actor }: Context, { id, personId, chosen }: z.output<typeof IssueInput>) {
  const person = found(await tx.selectFrom('person').select(['givenName', 'familyName', 'adviserId']).where('id', '=', personId).executeTakeFirst())
  const items = (await gatherItems(tx, personId, today)).filter(({ key }) => chosen.includes(key))
  refuseIf(check(items.length > 0, { code: 'proof.nothingChosen', path: 'chosen' }))
  const municipality = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  const contactId = person.adviserId ?? (actor.kind === 'staff' ? actor.id : null)
  const contact = contactId === null ? undefined : await tx.selectFrom('account').select(['name', 'email']).where('id', '=', contactId).executeTakeFirst()
  const content: SheetContent = { person: `${person.givenName} ${person.familyName}`, municipality: municipality.name, items: items.map((one) => SheetItem.parse(one)) }
  const code = codeFrom(randomBytes(8))
  await tx.insertInto('proofSheet').values({ id, personId, code, issuedOn: today, chosen: items.map(({ key }) => key), content: JSON.stringify(content), contactName: contact?.name ?? null, contactEmail: contact?.email ?? null }).execute()
  return { id, code, personId }
}

export const issueProofSheet = operation({ permission: 'competence.write', input: IssueInput, output: Issued, subjects, run: issue })

/** She makes a sheet herself, of what she chooses. */
export const issueMyProofSheet = operation({
  permission: 'own.proof', input: IssueOwnInput, output: Issued, subjects,
  run: (context, input) => issue(context, { ...input, personId: found(context.actor.personId) }),
})

/** From now a code read to the municipality is answered with: withdrawn. */
async function withdraw({ tx, today }: Context, { id }: { id: string }) {
  const sheet = found(await tx.selectFrom('proofSheet').select(['personId', 'withdrawnOn']).where('id', '=', id).executeTakeFirst())
  if (sheet.withdrawnOn !== null) throw new Refused({ code: 'proof.withdrawn' })
  await tx.updateTable('proofSheet').set({ withdrawnOn: today }).where('id', '=', id).execute()
  return { id, personId: sheet.personId }
}
export const withdrawProofSheet = operation({ permission: 'competence.write', input: z.object({ id: Id }), output: Done, subjects, run: withdraw })
export const withdrawMyProofSheet = operation({ permission: 'own.proof', input: z.object({ id: Id }), output: Done, subjects, run: withdraw })

/** What an employer who rings with a code is to be told: whether such a sheet was made, and what stood on it. */
export const findProofSheet = operation({
  permission: 'people.read', reads: true, input: z.object({ code: z.string().trim().min(1).max(40) }), output: z.object({ found: FoundSheet.nullable() }),
  subjects: (_, { found: one }) => (one === null ? [] : [one.personId]),
  async run({ tx }, { code }) {
    const sheet = await tx.selectFrom('proofSheet').select(['personId', 'issuedOn', 'withdrawnOn', 'content']).where('code', '=', typedCode(code)).executeTakeFirst()
    return { found: sheet === undefined ? null : { ...sheet, content: SheetContent.parse(sheet.content) } }
  },
})
