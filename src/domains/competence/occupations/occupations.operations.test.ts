import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const bytesOf = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'))
const uri = (at: number): string => `http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000000${at}`
const [COOK, BUFFET, PORTER] = [uri(1), uri(2), uri(3)]
const mapping = (...rows: [uri: string, name: string, code: string][]) => ({ fileName: 'kartlegging.csv', dryRun: false, bytes: bytesOf('Classification 1 Version,1.2', 'Mapping project version date,2026-05-04',
  'Classification 1 URI,Classification 1 PrefLabel,Classification 2 URI,Mapping relation', ...rows.map(([address, name, code]) => `${address},${name},http://x/${code},skos:broadMatch`)) })
const names = (...rows: [uri: string, name: string][]) => ({ fileName: 'navn.csv', dryRun: false, bytes: bytesOf('uri;label', ...rows.map((row) => row.join(';'))) })
const families = (...lines: string[]) => ({ fileName: 'kategorier.csv', dryRun: false, bytes: bytesOf('yrkeskode;familie;kilde;dato', ...lines) })

async function aTown(): Promise<Municipality> {
  const here = await aMunicipality(world())
  await here.put((tx) => tx.insertInto('occupation').values([{ code: '51', level: 2, name: 'Personlig service' }, { code: '5120', level: 4, name: 'Kokker' }, { code: '9412', level: 4, name: 'Kjøkkenassistenter' }, { code: '9112', level: 4, name: 'Renholdere' }, { code: '9129', level: 4, name: 'Andre rengjørere' }]).execute())
  return here
}

describe('ESCO', () => {
  test('is looked at, then written; a later mapping changes what it names, and names stay', async () => {
    const admin = await (await aTown()).as('administrator')
    const first = mapping([COOK, 'kokk', '5120'], [BUFFET, 'koldtkokk', '5120'])
    expect(await admin.call('competence.importEsco', { ...first, dryRun: true })).toMatchObject({ created: 2, written: false })
    expect(await admin.call('competence.importEsco', first)).toMatchObject({ created: 2, written: true, notes: [] })
    expect(await admin.call('competence.importEsco', names([COOK, 'cook'], [BUFFET, 'cold cook'], [PORTER, 'kitchen porter']))).toMatchObject({ changed: 2, written: true, notes: [{ code: 'esco.notMapped', params: { count: 1 } }] })
    expect(await admin.call('competence.importEsco', names([COOK, 'cook']))).toMatchObject({ unchanged: 1 })
    expect(await admin.call('competence.importEsco', mapping([COOK, 'kokk', '5120'], [BUFFET, 'buffetkokk', '5120'], [BUFFET, 'buffetkokk', '9412']))).toMatchObject({ unchanged: 1, changed: 1, rows: [{}, { changes: [{ field: 'name', from: 'koldtkokk', to: 'buffetkokk' }, { field: 'matches', from: '5120 broad', to: '5120 broad, 9412 broad' }] }] })
    expect(await admin.call('competence.getOccupationSources', {})).toMatchObject({ standard: 4, esco: [{ source: 'ESCO 1.2', on: '2026-05-04', count: 2, matched: 2, names: 4 }], actions: ['import'] })
    await expect((await (await aTown()).as('hr_leader')).call('competence.importEsco', first)).rejects.toThrow(Forbidden)
    expect(await admin.call('competence.importEsco', { ...first, bytes: bytesOf('a;b', '1;2') })).toMatchObject({ written: false, refused: [{ code: 'esco.noHeader' }] })
  })

  test('finds an occupation by its finer names, with the group it belongs to', async () => {
    const here = await aTown()
    const [admin, broker] = [await here.as('administrator'), await here.as('job_broker')]
    await admin.call('competence.importEsco', mapping([PORTER, 'oppvaskhjelp', '9412'], [COOK, 'kokk', '5120']))
    await admin.call('competence.importEsco', names([PORTER, 'kitchen porter'], [PORTER, 'scullion']))
    expect((await broker.call('competence.findOccupations', { text: 'oppvask' })).rows).toEqual([{ code: '9412', name: 'Kjøkkenassistenter', level: 4, groupName: null, esco: { uri: PORTER, name: 'oppvaskhjelp', also: null } }])
    expect((await broker.call('competence.findOccupations', { text: 'Scull' })).rows).toMatchObject([{ code: '9412', esco: { name: 'oppvaskhjelp', also: 'scullion' } }])
    expect((await broker.call('competence.findOccupations', { text: 'kokk' })).rows.map(({ code, esco }) => [code, esco?.name])).toEqual([['5120', undefined], ['5120', 'kokk']])
    await expect((await here.as('auditor')).call('competence.findOccupations', { text: 'kokk' })).rejects.toThrow(Forbidden)
  })

  test('is kept beside the code, and refused where it does not belong to it', async () => {
    const here = await aTown()
    const personId = await aMappedPerson(here)
    const [admin, adviser] = [await here.as('administrator'), await here.as('programme_adviser')]
    await admin.call('competence.importEsco', mapping([COOK, 'kokk', '5120']))
    const work = { id: randomUUID(), personId, title: 'Sjefskokk', occupationCode: '5120', escoUri: COOK }
    await adviser.call('competence.recordWork', work)
    await adviser.call('competence.recordWish', { id: randomUUID(), personId, wording: 'Kokk', occupationCode: '5120', escoUri: COOK })
    const known = await adviser.call('competence.getCompetence', { personId })
    expect(known.work.find(({ id }) => id === work.id)).toMatchObject({ escoUri: COOK, escoName: 'kokk', occupationName: 'Kokker' })
    expect(known.wishes.some(({ escoName }) => escoName === 'kokk')).toBe(true)
    for (const occupationCode of ['9112', null]) expect((await adviser.refusals('competence.recordWork', { ...work, occupationCode })).map(({ code }) => code)).toEqual(['competence.escoElsewhere'])
    await admin.call('competence.removeOccupationSource', { what: 'esco', source: 'ESCO 1.2', on: plainDate('2026-05-04') })
    expect((await adviser.call('competence.getCompetence', { personId })).work.find(({ id }) => id === work.id)).toMatchObject({ escoUri: COOK, escoName: null })
    await expect(admin.call('competence.removeOccupationSource', { what: 'esco', source: 'ESCO 1.2', on: plainDate('2026-05-04') })).rejects.toThrow(NotFound)
    // what is noted stays as it is, and the rest of the entry can still be changed
    await adviser.call('competence.recordWork', { ...work, toYear: 2024 })
    expect((await adviser.call('competence.getCompetence', { personId })).work.find(({ id }) => id === work.id)).toMatchObject({ escoUri: COOK, toYear: 2024 })
  })
})

describe('families of related occupations', () => {
  test('a list is brought in once, with its source; the file is the source where it names none', async () => {
    const admin = await (await aTown()).as('administrator')
    const list = families('5120;Mat;Nav;2026-10-01', '9412;Mat;Nav;2026-10-01', '9112;Renhold;;', '9129;Renhold;;')
    expect(await admin.call('competence.importFamilies', list)).toMatchObject({ created: 4, written: true })
    expect(await admin.call('competence.importFamilies', list)).toMatchObject({ unchanged: 4, created: 0 })
    expect(await admin.call('competence.importFamilies', families('52;Mat;Nav;'))).toMatchObject({ written: false, refused: [{ row: 2, field: 'code' }] })
    expect((await admin.call('competence.getOccupationSources', {})).families).toEqual([{ source: 'Nav', on: '2026-10-01', count: 1, occupations: 2 }, { source: 'kategorier.csv', on: null, count: 1, occupations: 2 }])
    expect(await admin.call('competence.removeOccupationSource', { what: 'families', source: 'kategorier.csv', on: null })).toEqual({ removed: 1 })
    await expect((await (await aTown()).as('programme_adviser')).call('competence.importFamilies', list)).rejects.toThrow(Forbidden)
  })

  test('a newer list takes out what is no longer in it, keeps the newest day, and leaves the municipality’s own alone', async () => {
    const admin = await (await aTown()).as('administrator')
    await admin.call('competence.importFamilies', families('5120;Mat;Nav;2026-10-01', '9412;Mat;Nav;2026-10-01', '9129;Mat;Nav;2026-10-01'))
    expect(await admin.call('competence.importFamilies', families('5120;Mat;Nav;', '9412;Mat;Nav;'))).toMatchObject({ unchanged: 2, written: true, notes: [{ code: 'family.gone', params: { count: 1 } }] })
    expect((await admin.call('competence.getOccupationSources', {})).families).toEqual([{ source: 'Nav', on: '2026-10-01', count: 1, occupations: 2 }])
    await admin.call('competence.saveFamily', { id: randomUUID(), name: 'Vår', source: 'Vi vet det', codes: ['5120', '9112'] })
    expect(await admin.call('competence.importFamilies', families('9412;Vår;Vi vet det;'))).toMatchObject({ written: false, refused: [{ row: 2, code: 'family.own' }] })
  })

  test('the municipality makes its own, changes and removes them; one too small, unknown or there already is refused', async () => {
    const admin = await (await aTown()).as('administrator')
    const family = { id: randomUUID(), name: 'Kjøkken', source: 'Samme oppgaver i kantina', codes: ['5120', '9412'] }
    expect(await admin.call('competence.saveFamily', family)).toMatchObject({ version: 1 })
    expect((await admin.refusals('competence.saveFamily', { ...family, id: randomUUID() })).map(({ code }) => code)).toEqual(['occupations.familyExists'])
    expect((await admin.refusals('competence.saveFamily', { ...family, id: randomUUID(), codes: ['5120', '5120'] })).map(({ code }) => code)).toEqual(['occupations.familyTooFew'])
    expect(await admin.refusals('competence.saveFamily', { ...family, id: randomUUID(), codes: ['5120', '1234'] })).toMatchObject([{ code: 'occupations.unknownOccupation', params: { codes: '1234' } }])
    await admin.call('competence.saveFamily', { ...family, version: 1, codes: ['5120', '9412', '9112'] })
    expect((await admin.refusals('competence.saveFamily', { ...family, version: 1 })).map(({ code }) => code)).toEqual(['stale'])
    expect((await admin.call('competence.getOccupationSources', {})).own).toMatchObject([{ name: 'Kjøkken', version: 2, codes: ['5120', '9112', '9412'] }])
    await admin.call('competence.removeFamily', { id: family.id })
    await expect(admin.call('competence.removeFamily', { id: family.id })).rejects.toThrow(NotFound)
    await expect(admin.call('competence.saveFamily', { ...family, version: 2 })).rejects.toThrow(NotFound)
  })

  test('one that was brought in is not the municipality’s own to change or remove', async () => {
    const here = await aTown()
    const admin = await here.as('administrator')
    await admin.call('competence.importFamilies', families('5120;Mat;Nav;', '9412;Mat;Nav;'))
    const id = (await here.put((tx) => tx.selectFrom('occupationFamily').select('id').executeTakeFirstOrThrow())).id
    await expect(admin.call('competence.removeFamily', { id })).rejects.toThrow(NotFound)
    await expect(admin.call('competence.saveFamily', { id, version: 1, name: 'Vår', source: 'Vi', codes: ['5120', '9412'] })).rejects.toThrow(NotFound)
  })

  test('what is near an occupation is told with what makes it so, a shared ESCO occupation before a family', async () => {
    const here = await aTown()
    const [admin, broker] = [await here.as('administrator'), await here.as('job_broker')]
    await admin.call('competence.importFamilies', families('5120;Mat;Nav;2026-10-01', '9412;Mat;Nav;2026-10-01', '9129;Mat;Nav;2026-10-01'))
    await admin.call('competence.importEsco', mapping([BUFFET, 'buffetkokk', '5120'], [BUFFET, 'buffetkokk', '9412']))
    const { rows, esco } = await broker.call('competence.nearOccupations', { code: '5120' })
    expect(rows).toMatchObject([{ code: '9412', step: 4, by: 'shared', reason: 'buffetkokk', source: 'ESCO 1.2' }, { code: '9129', step: 3, by: 'family', reason: 'Mat', source: 'Nav', on: '2026-10-01' }])
    expect(esco).toEqual([{ uri: BUFFET, name: 'buffetkokk' }])
    expect((await broker.call('competence.nearOccupations', { code: '9112' })).rows).toMatchObject([{ code: '9129', step: 2, by: 'digits', reason: '91', source: null }])
    await expect((await here.as('auditor')).call('competence.nearOccupations', { code: '5120' })).rejects.toThrow(Forbidden)
    await expect((await here.as('auditor')).call('competence.getOccupationSources', {})).rejects.toThrow(Forbidden)
  })
})

describe('the matching', () => {
  test('counts a related occupation as practice in the field, and says by which list', async () => {
    const here = await aTown()
    const [personId, { openingId }] = [await aMappedPerson(here), await aPlace(here, { occupationCode: '9112', title: 'Renholder' })]
    const [admin, adviser] = [await here.as('administrator'), await here.as('programme_adviser')]
    const explained = async () => { const { match, reckoning } = await adviser.call('matching.explain', { personId, openingId }); return { score: reckoning?.score ?? 0, of: (kind: string) => match.wished.find((one) => one.kind === kind) } }
    const before = await explained()
    expect(before.of('occupation')).toMatchObject({ met: 'no' })
    await admin.call('competence.importFamilies', families('5120;Storhusholdning;Nav;2026-10-01', '9112;Storhusholdning;Nav;2026-10-01'))
    const after = await explained()
    for (const kind of ['occupation', 'wish']) expect(after.of(kind)).toMatchObject({ met: 'yes', nearBy: { by: 'family', name: 'Storhusholdning', source: 'Nav', on: '2026-10-01' } })
    expect(after.score).toBeGreaterThan(before.score)
    await admin.call('competence.removeOccupationSource', { what: 'families', source: 'Nav', on: plainDate('2026-10-01') })
    expect((await explained()).score).toBe(before.score)
  })

  test('tells two of one code apart where both are known in ESCO', async () => {
    const here = await aTown()
    const [personId, { openingId }] = [await aMappedPerson(here), await aPlace(here)]
    await (await here.as('administrator')).call('competence.importEsco', mapping([COOK, 'kokk', '5120'], [BUFFET, 'koldtkokk', '5120']))
    const pointsWith = async (mine: string, asked: string) => {
      await here.put(async (tx) => { await tx.updateTable('workExperience').set({ escoUri: mine }).where('personId', '=', personId).execute(); await tx.updateTable('opening').set({ escoUri: asked }).where('id', '=', openingId).execute() })
      const { reckoning } = await (await here.as('programme_adviser')).call('matching.explain', { personId, openingId })
      const part = reckoning?.contributions.find(({ kind }) => kind === 'occupation')
      return { points: part?.points, nearBy: part?.criterion?.nearBy }
    }
    const [same, other] = [await pointsWith(COOK, COOK), await pointsWith(COOK, BUFFET)]
    expect(same.nearBy).toEqual({ by: 'esco' })
    expect(other.points).toBeLessThan(same.points ?? 0)
    expect(other.nearBy).toEqual({ by: 'otherEsco' })
  })
})

const REAL = '../shared/data/esco-styrk/'
test.skipIf(!existsSync(REAL))('the published files together (needs ../shared/data)', async () => {
  const admin = await (await aMunicipality(world())).as('administrator')
  const bring = (name: string) => ({ fileName: name, dryRun: false, bytes: readFileSync(REAL + name) })
  await admin.call('competence.importOccupations', { fileName: 'klass.json', dryRun: false, bytes: readFileSync('../shared/data/klass/styrk08-yrkesklassifisering-2011.json') })
  expect(await admin.call('competence.importEsco', bring('NO_mapping_20.09.2022.csv'))).toMatchObject({ created: 2942, refused: [], written: true })
  expect(await admin.call('competence.importEsco', bring('esco-1.0.8-labels-no.tsv'))).toMatchObject({ refused: [], written: true })
  expect(await admin.call('competence.importEsco', bring('esco-1.0.8-labels-en.tsv'))).toMatchObject({ refused: [], written: true })
  expect(await admin.call('competence.importFamilies', bring('styrk_category_mapping.csv'))).toMatchObject({ created: 407, written: true })
  expect((await admin.call('competence.findOccupations', { text: 'butcher' })).rows.filter(({ esco }) => esco?.also === 'butcher' || esco?.also === 'master butcher').map(({ code }) => code)).toContain('7511')
  const { rows } = await admin.call('competence.nearOccupations', { code: '9112' })
  expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(['9111', '5151']))
})
