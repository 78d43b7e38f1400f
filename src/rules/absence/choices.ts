import { choice } from '../choice.ts'
import { ref } from '../source.ts'

/** The regulation counts in "virkedager" and names Saturdays among the days off; elsewhere in Norwegian law the word often takes Saturdays in. */
export const workingDay = choice({
  name: 'workingDay', options: ['monday_to_friday', 'monday_to_saturday'], ask: 'IMDi',
  source: ref('IF', '17', { ledd: 1, certainty: 'U', note: 'Forskriften sier «virkedager» og regner lørdag som fridag, men sier ikke hva en virkedag er.' }),
})

/** Once absence, days off and leave come to more than ten working days: whether all of them are added, or those beyond ten. */
export const effectOnLengthAmount = choice({
  name: 'effectOnLengthAmount', options: ['everything', 'only_excess'], ask: 'IMDi',
  source: ref('IF', '10', { certainty: 'U', note: 'Forskriften sier ikke om bare det som er over ti virkedager, eller alt, kommer i tillegg.' }),
})

/** The ten working days are counted "altogether", with no period named. */
export const effectOnLengthPeriod = choice({
  name: 'effectOnLengthPeriod', options: ['whole_programme', 'programme_year', 'calendar_year'], ask: 'IMDi',
  source: ref('IF', '10', { certainty: 'U', note: 'Forskriften sier «til sammen», og ikke i hvilket tidsrom.' }),
})

/** A new absence within sixteen days counts earlier days in: those of the last sixteen days, or of all absences that hang together by such gaps. */
export const selfCertificationChain = choice({
  name: 'selfCertificationChain', options: ['sixteen_days_back', 'chained'], ask: 'IMDi',
  source: ref('IF', '8', { ledd: 1, sentence: 4, certainty: 'U', note: 'Uklart om bare fravær som tok slutt i de siste 16 dagene, regnes med, eller hele rekken av fravær.' }),
})
