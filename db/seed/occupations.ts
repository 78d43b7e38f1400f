
/** Occupations of the invented municipality: STYRK-08 codes with short names of our own. A real one imports KLASS. */
export const occupations = [
  ['2221', 'Sykepleier'], ['2310', 'Universitets- og høyskolelektor'], ['2330', 'Lærer i videregående skole'], ['2341', 'Grunnskolelærer'], ['2342', 'Barnehagelærer'],
  ['2411', 'Revisor og regnskapsrådgiver'], ['2512', 'Programvareutvikler'], ['2141', 'Sivilingeniør'], ['2611', 'Jurist'], ['2632', 'Samfunnsviter'],
  ['3112', 'Bygningsingeniør'], ['3313', 'Regnskapsmedarbeider'], ['3434', 'Sjefskokk'], ['3256', 'Helsesekretær'],
  ['4110', 'Kontormedarbeider'], ['4321', 'Lagermedarbeider'], ['4225', 'Kundeveileder'],
  ['5120', 'Kokk'], ['5131', 'Servitør'], ['5141', 'Frisør'], ['5151', 'Renholdsleder'], ['5153', 'Vaktmester'], ['5223', 'Butikkmedarbeider'],
  ['5311', 'Barnehageassistent'], ['5312', 'Skoleassistent'], ['5321', 'Helsefagarbeider'], ['5322', 'Hjemmehjelp'], ['5329', 'Pleieassistent'], ['5411', 'Brannkonstabel'],
  ['6111', 'Plante- og husdyrprodusent'], ['6113', 'Gartner'], ['6221', 'Arbeider i oppdrett'], ['6210', 'Skogbruker'],
  ['7112', 'Murer'], ['7115', 'Tømrer'], ['7126', 'Rørlegger'], ['7131', 'Maler'], ['7212', 'Sveiser'], ['7231', 'Bilmekaniker'], ['7411', 'Elektriker'],
  ['7511', 'Slakter og fiskehandler'], ['7512', 'Baker og konditor'], ['7531', 'Skredder'],
  ['8160', 'Operatør i næringsmiddelproduksjon'], ['8322', 'Bud- og varebilsjåfør'], ['8331', 'Bussjåfør'], ['8332', 'Lastebilsjåfør'], ['8344', 'Truckfører'],
  ['9111', 'Privat renholder'], ['9112', 'Renholder'], ['9216', 'Hjelpearbeider i fiske og oppdrett'], ['9313', 'Hjelpearbeider i bygg'], ['9321', 'Pakker'], ['9334', 'Varepåfyller'],
  ['9412', 'Kjøkkenassistent'], ['9613', 'Gatefeier og utearbeider'], ['9629', 'Medarbeider i gjenbruk'],
] as const
