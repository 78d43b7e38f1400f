import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import { parameter } from '../parameter.ts'
import type { Asking } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'

const from = plainDate('2022-06-15')
const permitsFrom = plainDate('2022-03-11')
const secondAct = plainDate('2024-07-01')
const ownRulesUntil = plainDate('2026-01-01')

const whole = { note: 'kapittel 6A' }
const chapterAct = { 'LOV-2022-06-10-35': ref('LOV-2022-06-10-35', undefined, whole), 'LOV-2024-06-25-53': ref('LOV-2024-06-25-53', undefined, whole), 'LOV-2026-06-12-22': ref('LOV-2026-06-12-22', undefined, whole) }

/**
 * IL chapter 6A, the temporary rules for collective protection: 1 while they are in force, null from the day they expire.
 * Enacted three times for two years at a time; if they are continued again, the municipality enters 1 from that day.
 */
export const collectiveProtectionChapter = parameter({
  name: 'collectiveProtectionChapter', unit: 'in force',
  values: [
    { from, value: 1, source: chapterAct['LOV-2022-06-10-35'] },
    { from: secondAct, value: 1, source: chapterAct['LOV-2024-06-25-53'] },
    { from: plainDate('2026-07-01'), value: 1, source: chapterAct['LOV-2026-06-12-22'] },
    { from: plainDate('2028-07-01'), value: null, source: chapterAct['LOV-2026-06-12-22'] },
  ],
})

/** IL § 37 c as it read on a day before 2026: by the act of 2022 until 1 July 2024, then by the act of 2024, which has one ledd more. */
export const formerSection37c = (day: PlainDate, ledd: number, sentence?: number): Source =>
  ref(day < secondAct ? 'LOV-2022-06-10-35' : 'LOV-2024-06-25-53', '37 c', { ledd, ...(sentence === undefined ? {} : { sentence }) })

type Ask = Pick<Asking<'permit' | 'permitGrantedOn'>, 'need' | 'value'>

/** Whether the temporary rules are in force on a day. */
export const isChapterInForce = (ask: Pick<Asking<never>, 'value'>, day: PlainDate): boolean => day >= from && ask.value(collectiveProtectionChapter, day) !== null

/** Whether chapter 6A governs a case on a day: a permit under utl. § 34 granted from 11 March 2022 (FOR-2022-06-10-995), and the chapter in force. */
export function isUnderChapter6A(ask: Ask, day: PlainDate): boolean {
  if (day < from || ask.need('permit').permit !== 'collective_protection') return false
  return ask.need('permitGrantedOn').permitGrantedOn >= permitsFrom && isChapterInForce(ask, day)
}

/** Whether the programme has the chapter's own rules on a day: from 2026 only social studies are left out of the ordinary ones (IL § 37 c). */
export const hasOwnProgrammeRules = (ask: Ask, day: PlainDate): boolean => day < ownRulesUntil && isUnderChapter6A(ask, day)
