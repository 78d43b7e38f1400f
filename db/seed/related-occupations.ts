import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

/** Finer occupations in the manner of ESCO, invented as their addresses are; a real municipality brings in the official files. `titles`: work in the invented town that is one of them. */
const finer = [
  { name: 'kokk', others: ['cook', 'кухар', 'طباخ'], codes: ['5120'], titles: ['Kokk'] },
  { name: 'koldtkokk', others: ['cold kitchen cook'], codes: ['5120', '9412'], titles: ['Kokk eller kokkeassistent'] },
  { name: 'oppvaskhjelp', others: ['kitchen porter', 'скулери', 'غاسل صحون'], codes: ['9412'], titles: [] },
  { name: 'bygningsrenholder', others: ['building cleaner', 'прибиральник', 'عامل نظافة'], codes: ['9112'], titles: ['Renholder', 'Renholder i kommunale bygg', 'Renholder på dagtid'] },
  { name: 'romrenholder', others: ['room attendant', 'housekeeper'], codes: ['9112'], titles: ['Værelsesbetjent'] },
  { name: 'lagerarbeider', others: ['warehouse worker', 'комірник', 'عامل مستودع'], codes: ['4321', '9321'], titles: ['Lagermedarbeider'] },
  { name: 'butikkmedarbeider', others: ['shop assistant', 'продавець', 'بائع'], codes: ['5223', '9334'], titles: ['Butikkmedarbeider'] },
  { name: 'sykehjemsassistent', others: ['nursing home assistant'], codes: ['5329', '5321'], titles: ['Pleieassistent i praksis'] },
] as const
const lists = [
  { name: 'Pleie og omsorg', source: 'Yrkeskategorier, oppdiktet liste', isOwn: false, codes: ['2221', '5321', '5322', '5329', '3256'] },
  { name: 'Barnehage og skole', source: 'Yrkeskategorier, oppdiktet liste', isOwn: false, codes: ['2341', '2342', '5311', '5312'] },
  { name: 'Transport og lager', source: 'Yrkeskategorier, oppdiktet liste', isOwn: false, codes: ['4321', '8322', '8332', '8344', '9321', '9334'] },
  { name: 'Storkjøkken', source: 'Samme oppgaver i kantine, sykehjem og hotell. Avtalt med kjøkkensjefene i 2026', isOwn: true, codes: ['5120', '9412', '7512'] },
  { name: 'Ute i all slags vær', source: 'Gårdbrukere har gått rett inn i uteseksjonen og gartneriet', isOwn: true, codes: ['6111', '6113', '9613'] },
] as const

/** What makes occupations near in the invented municipality, and the finer occupation of work and places that carry its name. */
export async function writeRelatedOccupations(tx: Tx, random: Random, today: PlainDate): Promise<void> {
  const esco = finer.map((one) => ({ ...one, uri: `http://data.europa.eu/esco/occupation/${random.uuid()}` }))
  await insertAll(tx, 'escoOccupation', esco.map(({ uri, name, others }) => ({ id: random.uuid(), uri, name, otherNames: others.join('\n'), source: 'ESCO, oppdiktet utdrag', sourceOn: addDays(today, -200) })))
  await insertAll(tx, 'escoMatch', esco.flatMap(({ uri, codes }) => codes.map((occupationCode) => ({ id: random.uuid(), escoUri: uri, occupationCode, relation: 'broad' as const }))))
  const families = lists.map((one) => ({ ...one, id: random.uuid() }))
  await insertAll(tx, 'occupationFamily', families.map(({ id, name, source, isOwn }) => ({ id, name, source, isOwn, sourceOn: addDays(today, isOwn ? -30 : -150) })))
  await insertAll(tx, 'occupationFamilyMember', families.flatMap(({ id: familyId, codes }) => codes.map((occupationCode) => ({ id: random.uuid(), familyId, occupationCode }))))
  for (const { uri, codes, titles } of esco) for (const table of ['work_experience', 'opening'] as const)
    await sql`update ${sql.table(table)} set esco_uri = ${uri} where title = any(${[...titles]}) and occupation_code = any(${[...codes]})`.execute(tx)
}
