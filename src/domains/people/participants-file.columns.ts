import { fold } from '#shared/text.ts'

/** The columns of the participant template, in its order. The first name of each is the one the template writes. */
export const PARTICIPANT_COLUMNS = {
  givenName: ['Fornavn', 'Førenamn', 'Given name', 'First name', 'Fornavn og mellomnavn', 'Førenamn og mellomnamn'],
  familyName: ['Etternavn', 'Etternamn', 'Family name', 'Last name', 'Surname', 'Slektsnavn'],
  birthDate: ['Fødselsdato', 'Født', 'Fødd', 'Fødd dato', 'F.dato', 'Fødselsdag', 'Date of birth', 'Birth date', 'Born'],
  gender: ['Kjønn', 'Gender', 'Sex'],
  nationalNumber: ['Fødselsnummer/D-nummer', 'Fødselsnummer', 'D-nummer', 'Fnr', 'Dnr', 'Fnr/dnr', 'Fødselsnr', 'Fødselsnr/D-nr', 'Personnummer', 'Fødselsnummer (11 siffer)', 'National number', 'National ID', 'National identity number'],
  dufNumber: ['DUF-nummer', 'DUF', 'DUF-nr', 'DUF number'],
  country: ['Statsborgerskap/landbakgrunn', 'Statsborgerskap', 'Statsborgarskap', 'Statsborgarskap/landbakgrunn', 'Landbakgrunn', 'Land', 'Opprinnelsesland', 'Opphavsland', 'Hjemland', 'Heimland', 'Nasjonalitet', 'Citizenship', 'Country', 'Country of origin', 'Nationality'],
  firstLanguage: ['Morsmål', 'First language', 'Mother tongue', 'Native language'],
  otherLanguages: ['Øvrige språk', 'Andre språk', 'Other languages'],
  phone: ['Telefon', 'Mobil', 'Mobiltelefon', 'Telefonnummer', 'Mobilnummer', 'Tlf', 'Phone', 'Mobile', 'Phone number'],
  email: ['E-post', 'Epost', 'E-postadresse', 'E-mail', 'Mail'],
  street: ['Adresse', 'Gateadresse', 'Bostedsadresse', 'Bustadadresse', 'Address', 'Street address'],
  postcode: ['Postnummer', 'Postnr', 'Postcode', 'Postal code', 'Zip'],
  place: ['Poststed', 'Poststad', 'City', 'Town'],
  arrivalCategory: ['Ankomstkategori', 'Innkomstkategori', 'Innvandringsgrunn', 'Oppholdsgrunnlag', 'Opphaldsgrunnlag', 'Kategori', 'Arrival category', 'Ground for residence'],
  settledOn: ['Bosatt dato', 'Bosatt', 'Bosettingsdato', 'Busett dato', 'Busett', 'Busettingsdato', 'Dato for bosetting', 'Settled', 'Settled on', 'Settlement date'],
  addressProtection: ['Adressesperre', 'Adressebeskyttelse', 'Adressevern', 'Gradering', 'Sperret adresse', 'Address protection'],
  interpreterLanguage: ['Tolkespråk', 'Tolk', 'Interpreter language', 'Interpreter'],
  educationLevel: ['Utdanning (nivå)', 'Utdanning', 'Utdanningsnivå', 'Høyeste utdanning', 'Høgaste utdanning', 'Education', 'Education level'],
  occupation: ['Yrke', 'Tidligere yrke', 'Tidlegare yrke', 'Yrkesbakgrunn', 'Occupation', 'Profession'],
  listening: ['Norsk lytte', 'Lytte', 'Lytting', 'Norsk lytting', 'Lytteforståelse', 'Norwegian listening', 'Listening'],
  spokenInteraction: ['Norsk samtale', 'Samtale', 'Norsk muntlig interaksjon', 'Norwegian conversation', 'Spoken interaction', 'Norsk snakke samtale'],
  spokenProduction: ['Norsk presentasjon', 'Presentasjon', 'Norsk muntlig produksjon', 'Spoken production', 'Norsk snakke presentasjon'],
  speaking: ['Norsk snakke', 'Norsk muntlig', 'Norsk munnleg', 'Snakke', 'Muntlig', 'Munnleg', 'Norwegian speaking', 'Speaking'],
  reading: ['Norsk lese', 'Lese', 'Lesing', 'Norsk lesing', 'Leseforståelse', 'Norwegian reading', 'Reading'],
  writing: ['Norsk skrive', 'Skrive', 'Skriving', 'Norsk skriftlig', 'Norsk skriftleg', 'Norwegian writing', 'Writing'],
  assessedOn: ['Norsk vurdert dato', 'Vurdert dato', 'Vurdert', 'Dato vurdert', 'Assessed on', 'Assessed'],
  licences: ['Førerkort', 'Førarkort', 'Førerkortklasse', 'Driving licence', 'Driving license', 'Licence'],
  wishedOccupation: ['Ønsket yrke', 'Ønskt yrke', 'Ønska yrke', 'Yrkesønske', 'Jobbønske', 'Wished occupation', 'Desired occupation'],
  hoursPerWeek: ['Timer per uke', 'Timar per veke', 'Timer pr uke', 'Timer i uken', 'Hours per week'],
  note: ['Merknad', 'Merknader', 'Kommentar', 'Note', 'Comment'],
} as const satisfies Record<string, readonly string[]>

export type ParticipantField = keyof typeof PARTICIPANT_COLUMNS
export const PARTICIPANT_FIELDS = Object.keys(PARTICIPANT_COLUMNS).filter((key): key is ParticipantField => key in PARTICIPANT_COLUMNS)
export const REQUIRED_FIELDS = ['givenName', 'familyName'] as const satisfies readonly ParticipantField[]

/** Letters and digits only, folded: "Fødselsdato *", "FOEDSELSDATO" and "fødsels-dato" are one. */
export const plainHeader = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

const fieldOf = new Map(PARTICIPANT_FIELDS.flatMap((field) =>
  PARTICIPANT_COLUMNS[field].map((name): [string, ParticipantField] => [plainHeader(name), field])))

/** The field a column header means, if it is one we know. */
export const findField = (header: string): ParticipantField | undefined => fieldOf.get(plainHeader(header))
