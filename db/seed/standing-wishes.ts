import { sql } from 'kysely'
import { addDays } from '#shared/date.ts'
import { keyOf } from '#domains/matching/standing-wishes/ring.core.ts'
import { firstLook, lookAtAll } from '#domains/matching/standing-wishes/ring-wishes.ts'
import type { Context } from '#platform/operation.ts'
import type { SeedEmployer } from './employers.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

const WISHES = [
  { title: 'Renholder på kveldstid', occupationCode: '9112', tasks: 'Rengjøring etter stengetid, alene på vakt', skill: 'spoken_interaction', level: 'A2', sentence: 'Kan ta imot en beskjed på telefon' },
  { title: 'Kokk til sommersesongen', occupationCode: '5120', tasks: 'Varm lunsj til 60', skill: 'listening', level: 'A2', sentence: 'Kan følge en muntlig beskjed i et travelt kjøkken' },
  { title: 'Medarbeider i butikk', occupationCode: '5223', tasks: 'Kasse, varepåfylling, kundekontakt', skill: 'spoken_interaction', level: 'B1', sentence: 'Kan svare en kunde og vise vei' },
] as const

/** Needs that stand until somebody fits, with a few that have rung: one who arrived, one who reached the level. */
export async function writeStandingWishes(context: Context, random: Random, { employers, brokers }: { employers: SeedEmployer[]; brokers: string[] }): Promise<void> {
  const { tx, today } = context
  const rows = WISHES.map(({ skill, level, sentence, ...wish }, at) => ({ id: random.uuid(), employerId: random.pick(employers).id, noted: random.pick(brokers), since: addDays(today, -random.int(20, 120)), ...wish, at,
    demand: { id: random.uuid(), kind: 'norwegian', isRequired: true, skill, level, name: null, sentence, statutoryBasis: null } }))
  await insertAll(tx, 'standingWish', rows.map(({ id, employerId, noted, since, title, occupationCode, tasks, demand }) => ({ id, employerId, title, occupationCode, tasks, since, notedBy: noted, demands: JSON.stringify([demand]) })))
  for (const { id, demand } of rows) {
    await firstLook(context, id)
    const fits = await tx.selectFrom('standingWishWatch').select('id').where('wishId', '=', id).where(sql<boolean>`cardinality(missing) = 0`).orderBy('personId').limit(2).execute()
    const [arrived, reached] = fits
    if (arrived) await tx.deleteFrom('standingWishWatch').where('id', '=', arrived.id).execute()
    if (reached) await tx.updateTable('standingWishWatch').set({ missing: [keyOf({ kind: 'norwegian', asked: { is: 'level', language: 'no', skill: demand.skill, level: demand.level } })] }).where('id', '=', reached.id).execute()
  }
  await lookAtAll(context)
}
