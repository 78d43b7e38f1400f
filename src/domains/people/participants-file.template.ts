import { CEFR_LEVELS } from '#shared/cefr.ts'
import { writeSheets } from '#platform/sheets.ts'
import { PARTICIPANT_COLUMNS, PARTICIPANT_FIELDS, REQUIRED_FIELDS, type ParticipantField } from './participants-file.columns.ts'

/** What the template says of each column: how to fill it in, and one invented person. All numbers are synthetic. */
const EXPLAINED: Partial<Record<ParticipantField, { how: string; examples: [string | number, string | number]; choices?: string[] }>> = {
  givenName: { how: 'Fornavn og eventuelt mellomnavn. Må fylles ut.', examples: ['Lysegrønn', 'Kompleks'] },
  familyName: { how: 'Etternavn. Må fylles ut.', examples: ['Hjelm', 'Bekk'] },
  birthDate: { how: 'Dag.måned.år med fire siffer i årstallet.', examples: ['15.02.1972', '3. mars 1990'] },
  gender: { how: 'Kvinne, mann eller annet. Kan stå tomt.', examples: ['kvinne', 'mann'], choices: ['kvinne', 'mann', 'annet'] },
  nationalNumber: { how: 'Elleve siffer. La stå tomt når personen ikke har fått nummer ennå.', examples: ['15827297337', ''] },
  dufNumber: { how: 'Tolv siffer, begynner med årstallet for registrering.', examples: ['', '202400000105'] },
  country: { how: 'Landets navn eller landkode (SY, SYR).', examples: ['Syria', 'Ukraina'] },
  firstLanguage: { how: 'Ett språk.', examples: ['arabisk', 'ukrainsk'] },
  otherLanguages: { how: 'Flere språk skilles med komma.', examples: ['kurmanji, engelsk', 'russisk'] },
  phone: { how: 'Åtte siffer. Utenlandske numre med + eller 00 først.', examples: ['400 00 000', '+380 00 000 0000'] },
  email: { how: 'Kan stå tomt.', examples: ['deltaker@example.no', ''] },
  street: { how: 'Gate og nummer.', examples: ['Eksempelveien 1', ''] },
  postcode: { how: 'Fire siffer.', examples: ['0001', ''] },
  place: { how: '', examples: ['Oslo', ''] },
  arrivalCategory: {
    how: 'Velg fra listen.', examples: ['overføringsflyktning', 'kollektiv beskyttelse'],
    choices: ['overføringsflyktning', 'asyl', 'humanitært grunnlag', 'kollektiv beskyttelse', 'familiegjenforening', 'familieetablering', 'enslig mindreårig', 'annet'],
  },
  settledOn: { how: 'Dagen personen ble bosatt i kommunen.', examples: ['01.09.2025', '01.10.2025'] },
  addressProtection: { how: 'Ingen, fortrolig eller strengt fortrolig. Tomt betyr ingen.', examples: ['ingen', 'fortrolig'], choices: ['ingen', 'fortrolig', 'strengt fortrolig'] },
  interpreterLanguage: { how: 'Tomt når det ikke er behov for tolk.', examples: ['arabisk', 'ukrainsk'] },
  educationLevel: { how: 'Høyeste fullførte nivå, 0 til 9 (NUS), eller med ord: ingen, barneskole, grunnskole, videregående, fagskole, bachelor, master, doktorgrad, ukjent.', examples: ['videregående', 6] },
  occupation: { how: 'Det personen har arbeidet som. Fritekst eller STYRK-08-kode.', examples: ['Kokk', '7411 Elektriker'] },
  listening: { how: 'Nivå fra prøve eller vurdering.', examples: ['A2', 'A1'], choices: [...CEFR_LEVELS] },
  spokenInteraction: { how: 'Muntlig i samtale.', examples: ['A2', 'A1'], choices: [...CEFR_LEVELS] },
  spokenProduction: { how: 'Muntlig alene, for eksempel en presentasjon.', examples: ['A2', 'A1-'], choices: [...CEFR_LEVELS] },
  reading: { how: '', examples: ['A1', 'A1'], choices: [...CEFR_LEVELS] },
  writing: { how: '', examples: ['A1', 'A1-'], choices: [...CEFR_LEVELS] },
  assessedOn: { how: 'Dagen nivåene ble vurdert.', examples: ['15.01.2026', '15.01.2026'] },
  licences: { how: 'Klasser skilt med komma, eller nei.', examples: ['B', 'B, BE'] },
  wishedOccupation: { how: 'Fritekst eller STYRK-08-kode.', examples: ['Kokk', 'Elektriker'] },
  hoursPerWeek: { how: 'Hvor mye personen kan arbeide, over 0 og høyst 60.', examples: ['37,5', 30] },
  note: { how: 'Ikke skriv om helse her.', examples: ['', 'Ønsker kveldskurs'] },
}

/** "Norsk snakke" is understood but not offered: the template asks for both spoken skills. */
const OFFERED = PARTICIPANT_FIELDS.filter((field) => EXPLAINED[field] !== undefined)

const headerOf = (field: ParticipantField): string =>
  PARTICIPANT_COLUMNS[field][0] + (REQUIRED_FIELDS.some((required) => required === field) ? ' *' : '')

/** The header and two invented persons, as the example sheet shows them. */
export const participantExamples = (): (string | number)[][] =>
  [OFFERED.map(headerOf), ...([0, 1] as const).map((which) => OFFERED.map((field) => EXPLAINED[field]?.examples[which] ?? ''))]

/** The template as an xlsx file: a sheet to fill in (read by `readParticipants`), one with explanations, one with two invented persons. */
export function writeParticipantTemplate(): Promise<Uint8Array> {
  const header = OFFERED.map(headerOf)
  const widths = header.map((name) => Math.max(12, name.length + 2))
  const choices = OFFERED.flatMap((field, column) => {
    const values = EXPLAINED[field]?.choices
    return values ? [{ column, values }] : []
  })
  return writeSheets([
    { name: 'Deltakere', rows: [header], widths, choices },
    { name: 'Forklaring', rows: [['Kolonne', 'Slik fylles den ut'], ...OFFERED.map((field) => [headerOf(field), EXPLAINED[field]?.how ?? ''])], widths: [30, 100] },
    { name: 'Eksempler', rows: participantExamples(), widths },
  ])
}
