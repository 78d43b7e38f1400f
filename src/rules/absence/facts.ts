import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Kinds of absence, days off and leave as integreringsforskriften chapters 3 and 4 sort them, and what stands outside them. */
export const AbsenceKind = z.enum([
  'own_illness', 'sick_child', 'sick_carer', 'pregnancy_checkup', 'pregnancy', 'birth_mother', 'birth_father', 'breastfeeding', 'welfare', 'peace_work',
  'long_illness', 'long_illness_child', 'parental_leave', 'adoption', 'public_day_off', 'religious_day', 'holiday', 'home_travel', 'permitted', 'unauthorised',
])
export type AbsenceKind = z.infer<typeof AbsenceKind>

/** What a welfare leave is for (IF § 14 andre ledd); the list is of examples, so there is an `other`. */
export const WelfareReason = z.enum(['kindergarten', 'first_school_day', 'wedding', 'death', 'appointment', 'care', 'other'])
export type WelfareReason = z.infer<typeof WelfareReason>

/** One spell of absence, first and last day counted in. `workingDays` when it was fewer than the working days from the one to the other (parts of days). */
const Spell = z.strictObject({ kind: AbsenceKind, from: PlainDate, to: PlainDate, workingDays: z.number().min(0).optional() })
export type Spell = z.infer<typeof Spell>

/** One earlier absence with self-certification, first and last self-certified day; `documented` when a doctor's note covers it from the fourth day of absence. */
const SelfCertified = z.strictObject({ from: PlainDate, to: PlainDate, documented: z.boolean() })
export type SelfCertified = z.infer<typeof SelfCertified>

/** Facts about absence and leave from the programme. */
export const ABSENCE_FACTS = {
  absenceKind: AbsenceKind.describe('Kind of absence, day off or leave from the programme (IF chapters 3 and 4). permitted = permission by IL § 17; home_travel = a journey to the country of origin; unauthorised = none of the others.'),
  welfareReason: WelfareReason.describe('What a welfare leave is for (IF § 14 second paragraph).'),
  absentFrom: PlainDate.describe('First day of the absence or leave.'),
  absentTo: PlainDate.describe('Last day of the absence or leave.'),
  absences: z.array(Spell).describe('All absences, days off and leaves of the programme so far and those granted: kind, first and last day, and working days where they were fewer.'),
  selfCertifiedAbsences: z.array(SelfCertified).describe('Earlier absences with self-certification: first and last self-certified day, and whether a doctor’s note covers the absence from the fourth day.'),
  selfCertificationLostOn: PlainDate.describe('Day the municipality decided that self-certification no longer gives benefit (IF § 9), when it has and the decision stands.'),
  numberOfChildren: z.int().min(0).max(30).describe('Children she has the care of.'),
  isSingleCarer: z.boolean().describe('Alone in the care of the child; also when the other parent for a long time cannot look after it (IF § 7 third paragraph).'),
  hasChronicallyIllChild: z.boolean().describe('Has a child with chronic illness or disability.'),
  childBirthDate: PlainDate.describe('Date of birth of the child the absence or leave is for.'),
  isChildChronicallyIll: z.boolean().describe('The child the absence is for has a chronic illness or disability.'),
  areBothParentsInProgramme: z.boolean().describe('Both parents take part in the introduction programme.'),
  parentRole: z.enum(['mother', 'father', 'other']).describe('Who takes the parental leave: mother, father, or another who has the care instead of one of them.'),
  isAdoption: z.boolean().describe('The parental leave is for an adopted child.'),
  noticeOn: PlainDate.describe('Day the municipality was told of the religious day.'),
  religiousDaysTaken: z.int().min(0).max(366).describe('Self-chosen religious days already taken in the calendar year.'),
} as const
