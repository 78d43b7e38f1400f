import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Refusal } from '#shared/decision.ts'
import type { Tx } from '#platform/db.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, Refused, enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { decideFrame, evidenceRefusals, yearRefusals } from './competence.core.ts'
import { mustKnowOccupation } from './occupations/known-occupation.ts'
import { EntryKind, RecordCertificateInput, RecordEducationInput, RecordLanguageInput, RecordSkillInput, RecordWishInput, RecordWorkInput, SavePracticalFrameInput } from './competence.schema.ts'

const tables = { language: 'languageLevel', education: 'education', work: 'workExperience', skill: 'skill', certificate: 'certificate', wish: 'wish' } as const satisfies Record<EntryKind, string>
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const Recorded = z.object({ id: Id })
const about = ({ personId }: { personId: string }): string[] => [personId]

/** Row-level security hides people, and a hidden person has no competence to write. */
const mustSee = async (tx: Tx, personId: string): Promise<void> => { found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()) }
const orRefuse = (refusals: Refusal[]): void => { if (refusals.length > 0) throw new Refused(...refusals) }

/** Puts an entry in, or changes the one with the same id when it is about the same person. */
async function record({ tx }: Context, table: (typeof tables)[EntryKind], entry: { id: string; personId: string }): Promise<{ id: string }> {
  await mustSee(tx, entry.personId)
  const [name, columns] = [snake(table), Object.keys(entry)]
  const { numAffectedRows } = await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(snake(column))))}) values (${sql.join(Object.values(entry))})
    on conflict on constraint ${sql.ref(`${name}_pkey`)} do update set ${sql.join(columns.filter((column) => column !== 'id').map((column) => sql`${sql.ref(snake(column))} = excluded.${sql.ref(snake(column))}`))}
    where ${sql.table(name)}.person_id = excluded.person_id`.execute(tx)
  if (numAffectedRows === 0n) throw new NotFound()
  return { id: entry.id }
}

export const recordLanguageLevel = operation({
  permission: 'competence.write', input: RecordLanguageInput, output: Recorded, subjects: about,
  async run(context, entry) {
    orRefuse(evidenceRefusals(entry.evidence, entry.assessedOn, context.today, 'assessedOn'))
    return record(context, 'languageLevel', entry)
  },
})

export const recordEducation = operation({
  permission: 'competence.write', input: RecordEducationInput, output: Recorded, subjects: about,
  async run(context, entry) {
    orRefuse(yearRefusals(entry.fromYear, entry.toYear, context.today))
    return record(context, 'education', entry)
  },
})

export const recordWork = operation({
  permission: 'competence.write', input: RecordWorkInput, output: Recorded, subjects: about,
  async run(context, entry) {
    orRefuse(yearRefusals(entry.fromYear, entry.toYear, context.today))
    await mustKnowOccupation(context.tx, entry)
    return record(context, 'workExperience', entry)
  },
})

export const recordSkill = operation({
  permission: 'competence.write', input: RecordSkillInput, output: Recorded, subjects: about,
  async run(context, entry) {
    orRefuse(evidenceRefusals(entry.evidence, entry.knownOn, context.today, 'knownOn'))
    return record(context, 'skill', entry)
  },
})

export const recordCertificate = operation({
  permission: 'competence.write', input: RecordCertificateInput, output: Recorded, subjects: about,
  run: (context, entry) => record(context, 'certificate', entry),
})

export const recordWish = operation({
  permission: 'competence.write', input: RecordWishInput, output: Recorded, subjects: about,
  async run(context, entry) {
    await mustKnowOccupation(context.tx, entry)
    return record(context, 'wish', entry)
  },
})

/** An observed skill belongs to the evaluation it came from: the person answers to it, nobody takes it away. */
export const removeEntry = operation({
  permission: 'competence.write', input: z.object({ kind: EntryKind, id: Id, personId: Id }), output: Recorded, subjects: about,
  async run({ tx }, { kind, id, personId }) {
    if (kind === 'skill') {
      const skill = found(await tx.selectFrom('skill').select(['agreementId', 'trialTaskId', 'assessmentId']).where('id', '=', id).where('personId', '=', personId).executeTakeFirst())
      if (skill.agreementId !== null || skill.trialTaskId !== null || skill.assessmentId !== null) throw new Refused({ code: 'competence.observedStays' })
    }
    if (kind === 'education' && await tx.selectFrom('recognitionCase').select('id').where('educationId', '=', id).executeTakeFirst()) throw new Refused({ code: 'competence.educationHasCase' })
    const { numAffectedRows } = await sql`delete from ${sql.table(snake(tables[kind]))} where id = ${id} and person_id = ${personId}`.execute(tx)
    if (numAffectedRows === 0n) throw new NotFound()
    return { id }
  },
})

export const savePracticalFrame = operation({
  permission: 'competence.write', input: SavePracticalFrameInput, output: z.object({ version: z.int() }), subjects: about,
  async run(context, { personId, version, ...frame }) {
    const { tx } = context
    await mustSee(tx, personId)
    const next = enforce(decideFrame(frame))
    const there = await tx.selectFrom('practicalFrame').select('id').where('personId', '=', personId).forUpdate().executeTakeFirst()
    if (there) return { version: await saveVersioned(context, 'practicalFrame', { id: there.id, version: version ?? 0 }, next) }
    await tx.insertInto('practicalFrame').values({ personId, ...next }).execute()
    return { version: 1 }
  },
})
