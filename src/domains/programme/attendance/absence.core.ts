import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { AbsenceContent, AbsenceKind } from './absence.schema.ts'

/** Kinds of which somebody else's word or her own is asked: a self-certification, a doctor's note, another paper. */
const certified: readonly AbsenceKind[] = ['own_illness', 'sick_child', 'sick_carer', 'long_illness', 'long_illness_child']
const selfCertified: readonly AbsenceKind[] = ['own_illness', 'sick_child', 'sick_carer']

type Period = { fromDate: PlainDate; toDate: PlainDate }
export type Other = Period & { minutesEachDay: number | null }
export type Situation = {
  /** Periods of her programmes; `last` is null while it is open. */
  programmes: readonly { first: PlainDate; last: PlainDate | null }[]
  others: readonly Other[]
  /** The most minutes planned on any of the days; null where nothing is planned. */
  plannedMost: number | null
  today: PlainDate
  /** The first day for which her own word is not enough, by the rule; null where it is, or where it cannot be decided. */
  doctorsNoteFrom: PlainDate | null
}

const overlaps = (a: Period, b: Period): boolean => a.fromDate <= b.toDate && b.fromDate <= a.toDate

const periodRefusals = (one: AbsenceContent, { programmes, others }: Situation): Refusal[] => {
  const holding = programmes.find(({ first, last }) => one.fromDate >= first && one.toDate <= (last ?? one.toDate))
  const clash = others.find((other) => overlaps(one, other) && (one.minutesEachDay === null || other.minutesEachDay === null))
  return [
    ...check(one.toDate >= one.fromDate, { code: 'absence.endsBeforeStart', path: 'toDate' }),
    ...check(holding !== undefined, { code: 'absence.outsideParticipation', path: 'fromDate' }),
    ...check(clash === undefined, { code: 'absence.overlaps', path: 'fromDate', params: clash ? { from: clash.fromDate, to: clash.toDate } : {} }),
  ]
}

const hourRefusals = ({ minutesEachDay }: AbsenceContent, { plannedMost }: Situation): Refusal[] => minutesEachDay === null ? [] : [
  ...check(minutesEachDay > 0, { code: 'absence.noHours', path: 'minutesEachDay' }),
  ...check(minutesEachDay < 1440, { code: 'absence.moreThanADay', path: 'minutesEachDay' }),
  ...check(minutesEachDay >= 1440 || plannedMost === null || minutesEachDay <= plannedMost, { code: 'absence.moreThanPlanned', path: 'minutesEachDay', params: { hours: (plannedMost ?? 0) / 60 } }),
]

const paperRefusals = (one: AbsenceContent, { today }: Situation): Refusal[] => [
  ...check(one.certification !== 'self' || selfCertified.includes(one.kind), { code: 'absence.notSelfCertified', path: 'certification' }),
  ...check(one.documentedOn === null || one.certification === 'doctor' || one.certification === 'document', { code: 'absence.paperWithoutKind', path: 'documentedOn' }),
  ...check(one.documentedOn === null || one.documentedOn <= today, { code: 'absence.paperInFuture', path: 'documentedOn' }),
]

const decisionRefusals = (one: AbsenceContent, { doctorsNoteFrom }: Situation): Refusal[] => [
  ...check(one.decision !== 'approved' || one.certification !== 'self' || doctorsNoteFrom === null, { code: 'absence.selfNotEnough', path: 'certification', params: { from: doctorsNoteFrom ?? '' } }),
  ...check(one.decision !== 'approved' || one.kind !== 'unauthorised', { code: 'absence.noGround', path: 'kind' }),
  ...check(one.decision !== 'approved' || !certified.includes(one.kind) || one.certification !== 'none', { code: 'absence.needsCertification', path: 'certification' }),
  ...check((one.decision === 'approved') === (one.withBenefit !== null), { code: 'absence.benefitUndecided', path: 'withBenefit' }),
  ...check(one.decision !== 'unauthorised' || Boolean(one.decisionNote), { code: 'absence.reasonNeeded', path: 'decisionNote' }),
]

const kindRefusals = (one: AbsenceContent): Refusal[] => [
  ...check((one.kind === 'welfare') === (one.welfareReason !== null), { code: 'absence.welfareReason', path: 'welfareReason' }),
  ...check(one.kind !== 'home_travel' || one.isAbroad, { code: 'absence.travelIsAbroad', path: 'isAbroad' }),
]

/** Whether an absence may be kept as it was written: every reason against it at once. */
export const maySaveAbsence = (one: AbsenceContent, situation: Situation): Refusal[] =>
  [...periodRefusals(one, situation), ...hourRefusals(one, situation), ...paperRefusals(one, situation), ...decisionRefusals(one, situation), ...kindRefusals(one)]
