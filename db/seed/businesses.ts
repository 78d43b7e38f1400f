/** What kinds of employers there are, and what places they offer: written for the invented municipality. */
export type Demand = { kind: 'norwegian' | 'language' | 'driving_licence' | 'certificate' | 'skill' | 'experience'; required: boolean; skill?: 'listening' | 'reading' | 'spoken_interaction' | 'spoken_production' | 'writing'; level?: 'A1' | 'A2' | 'B1' | 'B2'; name?: string; sentence?: string }
export type PlaceTemplate = { title: string; /** As the work is called when somebody is hired for it, where that differs. */ asVacancy?: string; occupation: string; tasks: string; from: string; to: string; days: number[]; physical: string[]; demands: Demand[]; learns: string[] }
export type Business = { /** For a name made of the owner's and the trade. */ noun: string; industry: string; industryText: string; names: string[]; size: [number, number]; places: PlaceTemplate[] }

const talk = (level: Demand['level'], sentence: string, required = true): Demand => ({ kind: 'norwegian', required, skill: 'spoken_interaction', level, sentence })
const hear = (level: Demand['level'], sentence: string, required = true): Demand => ({ kind: 'norwegian', required, skill: 'listening', level, sentence })
const reads = (level: Demand['level'], sentence: string, required = true): Demand => ({ kind: 'norwegian', required, skill: 'reading', level, sentence })
const writes = (level: Demand['level'], sentence: string, required = true): Demand => ({ kind: 'norwegian', required, skill: 'writing', level, sentence })
const licence = (name: string, required = true): Demand => ({ kind: 'driving_licence', required, name })
const paper = (name: string, required = false): Demand => ({ kind: 'certificate', required, name })
const skill = (name: string, required = false): Demand => ({ kind: 'skill', required, name })
const weekdays = [1, 2, 3, 4, 5]

export const businesses: Business[] = [
  { noun: 'Renhold', industry: '81.210', industryText: 'Rengjøring av bygninger', names: ['Kyst Renhold', 'Blank Fasade', 'Rent Hus Service'], size: [8, 60], places: [
    { title: 'Renholder på dagtid', asVacancy: 'Renholder', occupation: '9112', tasks: 'Renhold av kontorer, trapper og garderober etter fast plan. Fylle på forbruksvarer. Si fra om feil og mangler.', from: '08:00', to: '14:00', days: weekdays, physical: ['standing_all_day'], demands: [hear('A2', 'Forstår en muntlig beskjed om hva som skal gjøres'), reads('A1', 'Kan lese faremerking på rengjøringsmidler'), skill('renhold')], learns: ['renhold', 'kjemikaliebruk', 'arbeidsplan'] },
  ] },
  { noun: 'Sjømat', industry: '10.209', industryText: 'Slakting, bearbeiding og konservering av fisk', names: ['Fjordlaks Foredling', 'Nordre Sjømat'], size: [40, 180], places: [
    { title: 'Operatør i lakseforedling', occupation: '8160', tasks: 'Sortere og pakke laks ved båndet, holde orden og vaske utstyr etter skiftet.', from: '07:00', to: '14:30', days: weekdays, physical: ['standing_all_day', 'cold', 'noise'], demands: [hear('A2', 'Forstår sikkerhetsbeskjeder på linja'), skill('pakking')], learns: ['pakking', 'matvaresikkerhet', 'skiftarbeid'] },
  ] },
  { noun: 'Dagligvare', industry: '47.110', industryText: 'Butikkhandel med bredt vareutvalg', names: ['Matboden Sentrum', 'Nærkjøp Vika', 'Fjordmat'], size: [9, 35], places: [
    { title: 'Butikkmedarbeider', occupation: '5223', tasks: 'Fylle på varer, rydde lager og hjelpe kunder med å finne fram. Kasse etter opplæring.', from: '09:00', to: '15:00', days: weekdays, physical: ['standing_all_day', 'heavy_lifting'], demands: [talk('A2', 'Kan svare en kunde som spør etter en vare'), talk('B1', 'Kan snakke med kunder i kassen', false)], learns: ['varepåfylling', 'kundeservice', 'kasse'] },
    { title: 'Varepåfyller morgen', asVacancy: 'Varepåfyller', occupation: '9334', tasks: 'Ta imot varer, sette dem ut i hyllene og kontrollere dato.', from: '07:00', to: '12:00', days: [1, 2, 3, 4, 5, 6], physical: ['heavy_lifting'], demands: [hear('A2', 'Forstår en muntlig beskjed'), reads('A2', 'Kan lese varemerking og dato')], learns: ['varepåfylling', 'datokontroll'] },
  ] },
  { noun: 'Gjestehus', industry: '55.101', industryText: 'Drift av hoteller, pensjonater og moteller med restaurant', names: ['Fjordvik Hotell', 'Havnegården Gjestehus'], size: [12, 70], places: [
    { title: 'Kjøkkenassistent', occupation: '9412', tasks: 'Oppvask, enkel forberedelse av mat, rydding og renhold av kjøkkenet.', from: '10:00', to: '16:00', days: weekdays, physical: ['standing_all_day', 'heat'], demands: [hear('A2', 'Forstår beskjeder i et travelt kjøkken'), skill('matlaging'), paper('Mattrygghet')], learns: ['oppvask', 'matlaging', 'mattrygghet'] },
    { title: 'Værelsesbetjent', occupation: '9112', tasks: 'Gjøre rent rom, skifte sengetøy og fylle på rekvisita.', from: '09:00', to: '15:00', days: [3, 4, 5, 6, 7], physical: ['standing_all_day'], demands: [hear('A2', 'Forstår dagens romliste når den blir forklart')], learns: ['renhold', 'romservice'] },
  ] },
  { noun: 'Kafé', industry: '56.101', industryText: 'Drift av restauranter og kafeer', names: ['Kafé Brygga', 'Spisestua', 'Smaken av Verden'], size: [4, 18], places: [
    { title: 'Kokk eller kokkeassistent', asVacancy: 'Kokk', occupation: '5120', tasks: 'Lage enkle retter etter oppskrift, forberede råvarer, holde orden på kjølerom.', from: '11:00', to: '18:00', days: [2, 3, 4, 5, 6], physical: ['standing_all_day', 'heat'], demands: [talk('A2', 'Kan avtale arbeidet med kollegaene'), reads('A2', 'Kan lese en oppskrift'), skill('matlaging', true)], learns: ['matlaging', 'råvarekunnskap'] },
  ] },
  { noun: 'Bygg', industry: '41.200', industryText: 'Oppføring av bygninger', names: ['Byggmester Vik', 'Nordfjord Bygg', 'Tre og Tak'], size: [5, 40], places: [
    { title: 'Hjelpearbeider på byggeplass', occupation: '9313', tasks: 'Bære materialer, rydde, hjelpe tømrerne med enkle oppgaver. Følge sikkerhetsreglene på plassen.', from: '07:00', to: '15:00', days: weekdays, physical: ['heavy_lifting', 'cold', 'heights'], demands: [hear('A2', 'Forstår sikkerhetsbeskjeder'), talk('A2', 'Kan si fra når noe er farlig'), paper('HMS-kort', true), licence('B', false)], learns: ['byggeplass', 'HMS', 'verktøybruk'] },
    { title: 'Tømrer med fagopplæring', asVacancy: 'Tømrer', occupation: '7115', tasks: 'Tømrerarbeid på eneboliger sammen med erfaren tømrer.', from: '07:00', to: '15:00', days: weekdays, physical: ['heavy_lifting', 'heights', 'cold'], demands: [talk('B1', 'Kan diskutere en arbeidstegning'), { kind: 'experience', required: true, name: undefined, sentence: 'Har arbeidet som tømrer eller snekker' }, licence('B', false)], learns: ['tømring', 'arbeidstegning'] },
  ] },
  { noun: 'Maling', industry: '43.341', industryText: 'Malerarbeid', names: ['Malermester Lunde'], size: [4, 15], places: [
    { title: 'Maler', occupation: '7131', tasks: 'Sparkling, pussing og maling innendørs.', from: '07:30', to: '15:00', days: weekdays, physical: ['standing_all_day', 'strong_smells', 'heights'], demands: [hear('A2', 'Forstår oppdraget når det blir vist'), licence('B', false)], learns: ['maling', 'overflatebehandling'] },
  ] },
  { noun: 'Auto', industry: '95.310', industryText: 'Vedlikehold og reparasjon av motorvogner', names: ['Fjordvik Bilverksted', 'Dekk og Bremser'], size: [4, 16], places: [
    { title: 'Mekaniker, hjelpearbeider', asVacancy: 'Hjelpearbeider på bilverksted', occupation: '7231', tasks: 'Dekkskift, oljeskift og enkelt vedlikehold sammen med mekaniker.', from: '08:00', to: '15:30', days: weekdays, physical: ['standing_all_day', 'noise'], demands: [talk('A2', 'Kan avtale arbeidet med mekanikeren'), licence('B', false), skill('bilmekanikk')], learns: ['dekkskift', 'bilmekanikk'] },
  ] },
  { noun: 'Transport', industry: '49.410', industryText: 'Godstransport på vei', names: ['Vestfrakt', 'Kysttransport'], size: [6, 45], places: [
    { title: 'Lagermedarbeider', occupation: '4321', tasks: 'Plukke ordre, laste og losse, føre enkle lister.', from: '07:30', to: '15:00', days: weekdays, physical: ['heavy_lifting'], demands: [reads('A2', 'Kan lese plukklister'), hear('A2', 'Forstår beskjeder over samband'), paper('Truckførerbevis')], learns: ['ordreplukk', 'lager'] },
    { title: 'Varebilsjåfør', occupation: '8322', tasks: 'Kjøre ut pakker og matvarer i kommunen.', from: '08:00', to: '15:00', days: weekdays, physical: ['heavy_lifting'], demands: [licence('B'), talk('A2', 'Kan snakke med mottakeren'), reads('A2', 'Kan lese adresser og følgesedler')], learns: ['varelevering', 'kundeservice'] },
  ] },
  { noun: 'Turbuss', industry: '49.310', industryText: 'Rutebiltransport', names: ['Fjordbuss'], size: [30, 90], places: [
    { title: 'Bussjåfør, opplæringsløp', asVacancy: 'Bussjåfør', occupation: '8331', tasks: 'Opplæring og rutekjøring sammen med fast sjåfør.', from: '06:30', to: '14:00', days: weekdays, physical: ['sitting_all_day'], demands: [licence('D'), talk('B1', 'Kan hjelpe passasjerer og snakke med trafikksentralen'), paper('Yrkessjåførbevis', true)], learns: ['rutekjøring'] },
  ] },
  { noun: 'Gård', industry: '01.500', industryText: 'Kombinert husdyrhold og planteproduksjon', names: ['Solheim Gård', 'Øvre Lunde Gård'], size: [1, 6], places: [
    { title: 'Gårdsarbeider', occupation: '6111', tasks: 'Stell av dyr, arbeid i grønnsaker og vedlikehold av gjerder.', from: '07:00', to: '13:00', days: weekdays, physical: ['heavy_lifting', 'cold', 'strong_smells'], demands: [hear('A1', 'Forstår korte beskjeder som blir vist'), licence('B', false)], learns: ['dyrestell', 'gartnerarbeid'] },
  ] },
  { noun: 'Hagesenter', industry: '01.300', industryText: 'Planteformering', names: ['Fjordvik Gartneri'], size: [5, 20], places: [
    { title: 'Medarbeider i gartneri', occupation: '6113', tasks: 'Potte om, vanne, sortere og pakke planter. Hjelpe til i utsalget i sesongen.', from: '08:00', to: '14:00', days: weekdays, physical: ['standing_all_day', 'heat'], demands: [hear('A2', 'Forstår en muntlig beskjed')], learns: ['gartnerarbeid', 'pakking'] },
  ] },
  { noun: 'Bakeri', industry: '10.710', industryText: 'Produksjon av brød og ferske konditorvarer', names: ['Bakeriet i Bakken'], size: [6, 22], places: [
    { title: 'Bakerassistent', occupation: '7512', tasks: 'Veie opp, forme deig, pakke og merke varer.', from: '05:00', to: '11:00', days: [2, 3, 4, 5, 6], physical: ['standing_all_day', 'heat', 'night'], demands: [reads('A2', 'Kan lese oppskrift og vekt'), skill('baking')], learns: ['baking', 'matvaresikkerhet'] },
  ] },
  { noun: 'Mek', industry: '25.110', industryText: 'Produksjon av metallkonstruksjoner', names: ['Vestre Mek', 'Stål og Sveis'], size: [12, 70], places: [
    { title: 'Sveiser', occupation: '7212', tasks: 'Sveise og slipe ståldeler etter tegning.', from: '07:00', to: '15:00', days: weekdays, physical: ['standing_all_day', 'noise', 'dust', 'heat'], demands: [reads('A2', 'Kan lese en arbeidsordre'), hear('A2', 'Forstår sikkerhetsbeskjeder'), paper('Sveisesertifikat', true), { kind: 'experience', required: false, sentence: 'Har sveiset før' }], learns: ['sveising', 'HMS'] },
  ] },
  { noun: 'Søm', industry: '95.290', industryText: 'Reparasjon av andre husholdningsvarer', names: ['Systua Omsøm'], size: [2, 8], places: [
    { title: 'Syer og reparatør', occupation: '7531', tasks: 'Legge opp, skifte glidelåser og sy om klær.', from: '10:00', to: '15:00', days: weekdays, physical: ['sitting_all_day', 'fine_motor'], demands: [talk('A2', 'Kan avtale med en kunde hva som skal gjøres', false), skill('søm', true)], learns: ['søm', 'kundeservice'] },
  ] },
  { noun: 'Bruktbutikk', industry: '38.210', industryText: 'Materialgjenvinning', names: ['Gjenbruk Fjord', 'Sirkel'], size: [8, 25], places: [
    { title: 'Medarbeider i gjenbruksbutikk', occupation: '9629', tasks: 'Sortere, prise og sette ut varer. Hjelpe kunder.', from: '09:00', to: '15:00', days: weekdays, physical: ['standing_all_day'], demands: [talk('A1', 'Kan hilse og svare på enkle spørsmål')], learns: ['sortering', 'kundeservice'] },
  ] },
  { noun: 'Regnskap', industry: '69.201', industryText: 'Regnskap og bokføring', names: ['Tallkontoret'], size: [4, 14], places: [
    { title: 'Regnskapsmedarbeider', occupation: '3313', tasks: 'Føre bilag og avstemme, sammen med fast kollega.', from: '08:00', to: '15:30', days: weekdays, physical: ['sitting_all_day', 'screen_work'], demands: [reads('B1', 'Kan lese fakturaer og regelverk'), writes('B1', 'Kan skrive en e-post til en kunde'), skill('regnskap', true)], learns: ['regnskapsprogram', 'norsk bokføring'] },
  ] },
]

/** Units of the municipality itself: an employer too (EMP-13). */
export const municipalUnits: { names: string[]; places: PlaceTemplate[] }[] = [
  { names: ['Solbakken barnehage', 'Fjordgløtt barnehage', 'Trollskogen barnehage', 'Havblikk barnehage', 'Elvebredden barnehage'], places: [
    { title: 'Praksis i barnehage', asVacancy: 'Barnehageassistent', occupation: '5311', tasks: 'Lek ute og inne, måltider, påkledning og lesestund sammen med fast ansatt.', from: '08:30', to: '14:30', days: weekdays, physical: ['heavy_lifting', 'noise'], demands: [hear('A2', 'Forstår en beskjed fra en kollega'), talk('A2', 'Kan snakke med barna i leken'), paper('Politiattest', true), talk('B1', 'Kan snakke med foreldre ved henting', false)], learns: ['lek med barn', 'måltider', 'samarbeid'] },
  ] },
  { names: ['Fjordvik sykehjem', 'Havna omsorgssenter', 'Bakken bofellesskap'], places: [
    { title: 'Pleieassistent i praksis', asVacancy: 'Pleieassistent', occupation: '5329', tasks: 'Måltider, samtale og aktiviteter med beboere, rydding og sengeskift sammen med fast ansatt.', from: '08:00', to: '15:00', days: weekdays, physical: ['heavy_lifting', 'standing_all_day', 'strong_smells'], demands: [hear('B1', 'Forstår en rapport om beboeren'), talk('B1', 'Kan trøste og forklare'), reads('A2', 'Kan lese dagsplanen'), paper('Politiattest', true)], learns: ['stell', 'samtale med eldre', 'hygiene'] },
    { title: 'Kjøkken og vaskeri', asVacancy: 'Kjøkken- og vaskeriassistent', occupation: '9412', tasks: 'Anrette måltider, oppvask, brette og fordele tøy.', from: '08:00', to: '14:00', days: weekdays, physical: ['standing_all_day'], demands: [hear('A2', 'Forstår en muntlig beskjed'), reads('A1', 'Kan lese navnelapper')], learns: ['kjøkkenarbeid', 'mattrygghet'] },
  ] },
  { names: ['Fjordvik barneskole', 'Vika skole', 'Fjordvik ungdomsskole'], places: [
    { title: 'Assistent i skolefritidsordningen', occupation: '5312', tasks: 'Lek, måltid og lekser med elever etter skoletid.', from: '11:30', to: '16:30', days: weekdays, physical: ['noise'], demands: [talk('A2', 'Kan snakke med elevene'), hear('A2', 'Forstår en beskjed fra en kollega'), paper('Politiattest', true)], learns: ['aktivitet med barn', 'samarbeid'] },
  ] },
  { names: ['Teknisk drift', 'Park og idrett', 'Vei og vann'], places: [
    { title: 'Uteseksjonen', asVacancy: 'Medarbeider i uteseksjonen', occupation: '9613', tasks: 'Rydde, klippe, måke og stelle anlegg sammen med et arbeidslag.', from: '07:00', to: '14:30', days: weekdays, physical: ['heavy_lifting', 'cold'], demands: [hear('A2', 'Forstår sikkerhetsbeskjeder'), licence('B', false)], learns: ['utearbeid', 'maskinbruk'] },
    { title: 'Vaktmesterhjelp', asVacancy: 'Vaktmester', occupation: '5153', tasks: 'Småreparasjoner, rydding og flytting i kommunens bygg.', from: '07:30', to: '14:30', days: weekdays, physical: ['heavy_lifting'], demands: [talk('A2', 'Kan avtale oppdraget med brukeren av bygget'), licence('B', false)], learns: ['vedlikehold', 'verktøybruk'] },
  ] },
  { names: ['Kommunalt renhold'], places: [
    { title: 'Renholder i kommunale bygg', occupation: '9112', tasks: 'Renhold av skole og barnehage etter fast plan sammen med kollega.', from: '07:00', to: '13:00', days: weekdays, physical: ['standing_all_day'], demands: [hear('A1', 'Forstår korte beskjeder som blir vist'), reads('A1', 'Kjenner igjen faremerking')], learns: ['renhold', 'kjemikaliebruk'] },
  ] },
  { names: ['Fjordvik bibliotek', 'Servicekontoret', 'Frivilligsentralen'], places: [
    { title: 'Medarbeider i publikumstjeneste', occupation: '4225', tasks: 'Ta imot besøkende, ordne bøker og utstillinger, hjelpe på språkkafé.', from: '10:00', to: '15:00', days: weekdays, physical: ['sitting_all_day'], demands: [talk('B1', 'Kan hjelpe en besøkende'), reads('B1', 'Kan lese tittel og oppstilling'), { kind: 'language', required: false, name: 'ar' }], learns: ['publikumstjeneste', 'språkkafé'] },
  ] },
]
