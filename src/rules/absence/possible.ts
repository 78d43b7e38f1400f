import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { daysBetween } from '#shared/date.ts'
import type { Spell } from './facts.ts'

type Lists = { startedOn?: Spell['from'] | undefined; absences?: readonly Spell[] | undefined; selfCertifiedAbsences?: readonly { from: Spell['from']; to: Spell['to'] }[] | undefined }

const endsFirst = (list: 'absences' | 'selfCertifiedAbsences', spells: Lists['selfCertifiedAbsences'] = []): Refusal[] =>
  spells.flatMap(({ from, to }, index) => check(from <= to, { code: 'facts.absenceEndsFirst', path: `${list}.${index}.to`, params: { from, to } }))

/** Whole-day absences that lie on one another; parts of days may. */
function overlaps(absences: readonly Spell[]): Refusal[] {
  const whole = absences.map((one, index) => ({ ...one, index })).filter(({ workingDays, from, to }) => workingDays === undefined && from <= to).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return whole.flatMap((one, place) => {
    const before = whole.slice(0, place).find(({ to }) => to >= one.from)
    return before === undefined ? [] : [{ code: 'facts.absencesOverlap', path: `absences.${one.index}.from`, params: { from: one.from, until: before.to } }]
  })
}

/** What cannot be in lists of absence: an end before the start, a day before the programme, two whole days at once, more working days than days. */
export function impossibleAbsences({ startedOn, absences = [], selfCertifiedAbsences = [] }: Lists): Refusal[] {
  const tooMany = absences.flatMap(({ from, to, workingDays }, index) =>
    check(workingDays === undefined || from > to || workingDays <= daysBetween(from, to) + 1, { code: 'facts.moreDaysThanAbsence', path: `absences.${index}.workingDays`, params: { workingDays: workingDays ?? 0, days: daysBetween(from, to) + 1 } }))
  const tooEarly = absences.flatMap(({ from }, index) => check(startedOn === undefined || from >= startedOn, { code: 'facts.absenceBeforeStart', path: `absences.${index}.from`, params: { from, startedOn: startedOn ?? '' } }))
  return [...endsFirst('absences', absences), ...endsFirst('selfCertifiedAbsences', selfCertifiedAbsences), ...tooEarly, ...overlaps(absences), ...tooMany]
}
