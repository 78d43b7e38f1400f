import type { Tone } from '#web/ui/Tag.tsx'
import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import type { Pattern } from '../desk.schema.ts'

/** Everything that shows absence and attendance: fetched again after each change. */
export const showsAbsence = ['programme.getAbsenceDesk', 'programme.countWaitingAbsence', 'programme.getAttendance', 'programme.getCounters', 'programme.getClassDay'] as const

type Mark = Output<'programme.getAttendance'>['days'][number]['mark']
/** A sign for each word of the calendar, so that no meaning hangs on the colour. */
export const markSigns: Record<Mark, string> = { present: '✓', partly: '½', reported: 'M', approved: 'G', unauthorised: 'U', waiting: '?', unexplained: '!', unregistered: '…', planned: '·', frozen: 'S', off: 'F', none: '' }

export const decisionTones = { pending: 'warning', approved: 'success', unauthorised: 'danger', withdrawn: 'neutral' } as const satisfies Record<string, Tone>

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** A pattern in a sentence of counts. */
export function usePatternText(): (pattern: Pattern) => string {
  const t = useText('attendance')
  const { formatNumber } = useFormat()
  const percent = (share: number): string => formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })
  return (one) => {
    if (one.kind === 'same_weekday') return t('pattern.same_weekday', { count: one.count, of: one.of, day: t(`weekday.${WEEKDAYS.find((day) => day === one.weekday) ?? 1}`) })
    if (one.kind === 'around_weekend') return t('pattern.around_weekend', { count: one.count, of: one.of, share: percent(one.plannedShare) })
    if (one.kind === 'many_short') return t('pattern.many_short', { count: one.count })
    return t('pattern.falling', { recent: percent(one.recent), before: percent(one.before) })
  }
}

/** How far her own word reaches, in a sentence. */
export function useSelfText(): (state: NonNullable<Output<'programme.getAttendance'>['selfCertification']>) => string {
  const t = useText('attendance')
  const { formatDate } = useFormat()
  return ({ state, from, daysLeft }) => t(`absence.selfState.${state}`, { days: daysLeft ?? 0, from: from ? formatDate(from) : '' })
}

/** First and last day of something, or the one day. */
export function usePeriod(): (one: { fromDate: string; toDate: string | null }) => string {
  const t = useText('attendance')
  const { formatDate } = useFormat()
  return ({ fromDate, toDate }) => toDate === null ? t('time.openEnd', { from: formatDate(fromDate) }) : fromDate === toDate ? formatDate(fromDate) : t('absence.period', { from: formatDate(fromDate), to: formatDate(toDate) })
}
