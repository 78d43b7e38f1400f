import { choice } from '../choice.ts'
import { ref } from '../source.ts'

/** The changes of 2023 hold for permits granted "after 1 August 2023", the older rules for those granted "before": the day itself is open. */
export const permitOnFirstOfAugust2023 = choice({
  name: 'permitOnFirstOfAugust2023', options: ['offer_counts', 'older_rules'], ask: 'IMDi',
  source: ref('IF', '74', { certainty: 'U', note: '«etter 1. august 2023» og «før 1. august 2023» lar dagen selv stå åpen' }),
})

/** Before 1 August 2023 § 32 said three years without saying from when. */
export const olderLimitCountsFrom = choice({
  name: 'olderLimitCountsFrom', options: ['right_began', 'training_offered', 'training_started'], ask: 'IMDi',
  source: ref('LOV-2021-06-18-132', '32', { ledd: 1, certainty: 'U', note: 'eldre § 32 sier ikke hva tiden regnes fra' }),
})

/** Those granted a permit abroad before 2022 who came later have 75 hours of social studies by § 73 (4); about hours of Norwegian it is silent. */
export const norwegianHoursForLateArrival = choice({
  name: 'norwegianHoursForLateArrival', options: ['225', '250'], ask: 'IMDi',
  source: ref('IF', '73', { ledd: 4, certainty: 'U', note: 'fjerde ledd nevner bare samfunnskunnskap' }),
})

/** § 37 d gives one year from the start and refers to § 32 "for the rest": whether approved leave is added. */
export const leaveAddsToCollectiveYear = choice({
  name: 'leaveAddsToCollectiveYear', options: ['added', 'not_added'], ask: 'IMDi',
  source: ref('IL', '37 d', { ledd: 2, sentence: 2, certainty: 'U', note: 'henvisningen til § 32 kan leses begge veier' }),
})

/** § 43 g ended on 1 July 2026, and § 43 h names it no longer: whether training decided before may run on. */
export const extendedTrainingAfterRepeal = choice({
  name: 'extendedTrainingAfterRepeal', options: ['runs_on', 'ends'], ask: 'IMDi',
  source: ref('FOR-2026-06-21-1155', undefined, { certainty: 'U', note: 'overgangen for vedtak truffet før 1. juli 2026 er ikke funnet' }),
})
