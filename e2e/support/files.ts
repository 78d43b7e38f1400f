import { existsSync, readFileSync } from 'node:fs'

const shared = new URL('../../../shared/data/', import.meta.url)

/** A file as the browser would send it. */
export type Given = { name: string; mimeType: string; buffer: Buffer }

/** A real public file where there is one, else one of the same form, so that the story is always told. */
function realOr(path: string, name: string, fallback: unknown): Given {
  const file = new URL(path, shared)
  return { name, mimeType: 'application/json', buffer: existsSync(file) ? readFileSync(file) : Buffer.from(JSON.stringify(fallback)) }
}

function stillRunning(now: Date, { buffer, ...file }: Given): Given {
  const expires = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 19)
  return { ...file, buffer: Buffer.from(buffer.toString('utf8').replace(/("expires"\s*:\s*)"[^"]*"/g, `$1"${expires}"`).replace(/("status"\s*:\s*)"INACTIVE"/g, '$1"ACTIVE"')) }
}

export const EMPLOYER_NUMBER = '311545795'

/** A sub-unit as Enhetsregisteret answers it (synthetic number of the register's own test data). */
export const registerAnswer = (): Given => realOr('brreg/nav-mock-tenor/underenhet-311545795.json', 'underenhet.json', {
  organisasjonsnummer: EMPLOYER_NUMBER, navn: 'INNBRINGENDE LATTERMILD APE', organisasjonsform: { kode: 'BEDR', beskrivelse: 'Bedrift' }, antallAnsatte: 12, registreringsdatoEnhetsregisteret: '2020-01-02',
  beliggenhetsadresse: { adresse: ['Storgata 1'], postnummer: '0182', poststed: 'OSLO', kommunenummer: '0301', kommune: 'OSLO', land: 'Norge', landkode: 'NO' } })

/** A page of advertisements as Nav's feed gives it; the advertisements have long been taken down, so they are given a month more. */
export const advertPage = (now: Date): Given => stillRunning(now, realOr('nav-job-ads/pam-eures-stilling-eksport/elektriker_page1.json', 'annonser.json', {
  content: [{ uuid: '7b0c1e2a-3f51-4a7e-9a55-0d6f3d8f1a11', title: 'Elektriker', status: 'ACTIVE', published: '2018-10-01T00:00:00', expires: '2018-11-20T00:00:00', businessName: 'Prøvebedriften',
    locationList: [{ municipalCode: '0301', municipal: 'OSLO', postalCode: '0182', city: 'OSLO' }], categoryList: [{ categoryType: 'STYRK08NAV', code: '7411.01', name: 'Elektriker' }], properties: { adtext: '<p>Vi søker elektriker</p>', positioncount: '1', extent: 'Heltid' } }], totalElements: 1 }))

/** Two participants as a municipality's spreadsheet has them: Norwegian column names, semicolons, Windows-1252. */
export const participants = (): Given => {
  const rows = ['Fornavn;Etternavn;Fødselsdato;Kjønn;Statsborgerskap;Morsmål;E-post;Ankomstkategori;Bosatt dato;Yrke;Norsk samtale;Norsk lytte;Norsk lese;Førerkort',
    'Oksana;Prøve-Åsen;14.3.1991;kvinne;Ukraina;ukrainsk;oksana@epost.example;kollektiv beskyttelse;1. mars 2025;Kokk;A2;A2;A2;B',
    'Ahmad;Prøve-Sørlie;02.11.1988;mann;Syria;arabisk;;overføringsflyktning;15/8-2024;Baker;A1;A2;A1;']
  return { name: 'deltakere.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n'), 'latin1') }
}
