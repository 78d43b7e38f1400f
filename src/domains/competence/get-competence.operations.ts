import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { byLanguage } from './competence.core.ts'
import { Competence } from './competence.schema.ts'

async function loadEntries(tx: Tx, personId: string) {
  const levels = await tx.selectFrom('languageLevel').selectAll().where('personId', '=', personId).execute()
  const education = await tx.selectFrom('education').selectAll().where('personId', '=', personId).execute()
  const skills = await tx.selectFrom('skill').selectAll().where('personId', '=', personId).execute()
  const certificates = await tx.selectFrom('certificate').selectAll().where('personId', '=', personId).execute()
  const work = await tx.selectFrom('workExperience as w').leftJoin('occupation as o', (join) => join.onRef('o.municipalityId', '=', 'w.municipalityId').onRef('o.code', '=', 'w.occupationCode'))
    .leftJoin('escoOccupation as e', (join) => join.onRef('e.municipalityId', '=', 'w.municipalityId').onRef('e.uri', '=', 'w.escoUri')).selectAll('w').select(['o.name as occupationName', 'e.name as escoName']).where('w.personId', '=', personId).execute()
  const wishes = await tx.selectFrom('wish as w').leftJoin('occupation as o', (join) => join.onRef('o.municipalityId', '=', 'w.municipalityId').onRef('o.code', '=', 'w.occupationCode'))
    .leftJoin('escoOccupation as e', (join) => join.onRef('e.municipalityId', '=', 'w.municipalityId').onRef('e.uri', '=', 'w.escoUri')).selectAll('w').select(['o.name as occupationName', 'e.name as escoName']).where('w.personId', '=', personId).orderBy('w.rank').execute()
  return { levels, education, skills, certificates, work, wishes }
}

const latestYear = (a: { toYear: number | null; fromYear: number | null }): number => a.toYear ?? a.fromYear ?? 0
const strength = { observed: 0, tested: 1, documented: 2, claimed: 3 } as const

export const getCompetence = operation({
  permission: 'people.read', reads: true, input: z.object({ personId: Id }), output: Competence,
  subjects: ({ personId }) => [personId],
  async run({ tx, actor }, { personId }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const { levels, education, skills, certificates, work, wishes } = await loadEntries(tx, personId)
    const frame = await tx.selectFrom('practicalFrame').selectAll().where('personId', '=', personId).executeTakeFirst()
    return {
      languages: byLanguage(levels), wishes, certificates: certificates.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name)),
      education: education.toSorted((a, b) => latestYear(b) - latestYear(a) || b.level - a.level),
      work: work.toSorted((a, b) => latestYear(b) - latestYear(a)),
      skills: skills.toSorted((a, b) => strength[a.evidence] - strength[b.evidence] || a.name.localeCompare(b.name)),
      frame: frame ?? null, actions: actor.permissions.includes('competence.write') ? ['change' as const] : [],
    }
  },
})
