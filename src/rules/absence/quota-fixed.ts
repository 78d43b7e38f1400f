import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import type { AbsenceKind } from './facts.ts'
import type { BareQuota } from './quota-shape.ts'

type Fixed = { quota: BareQuota; step: string; source: Source; judge?: string }

const days = (amount: number, per: BareQuota['per'], quota: Pick<BareQuota, 'needs' | 'force'>): BareQuota => ({ amount, unit: 'working_days', per, withBenefit: true, ...quota })
const asNeeded = (quota: Pick<BareQuota, 'needs' | 'force' | 'withBenefit'>): BareQuota => ({ amount: null, unit: 'as_needed', per: 'none', ...quota })
const right = { needs: [], force: 'shall' } as const
const unpaid = { withBenefit: false, force: 'shall' } as const

/** Quotas that hang on the kind of absence alone. */
export const fixedQuotas: Record<Exclude<AbsenceKind, 'sick_child' | 'sick_carer' | 'breastfeeding' | 'welfare'>, Fixed> = {
  own_illness: { quota: asNeeded({ needs: ['self_certification_or_doctors_note'], force: 'shall', withBenefit: true }), step: 'step.quota.ownIllness', source: ref('IF', '5', { ledd: 1 }), judge: 'judge.quota.longIllnessWithoutBenefit' },
  pregnancy_checkup: { quota: asNeeded({ ...right, withBenefit: true }), step: 'step.quota.pregnancyCheckup', source: ref('IF', '11', { ledd: 1 }), judge: 'judge.quota.outsideProgrammeHours' },
  pregnancy: { quota: days(10, 'pregnancy', right), step: 'step.quota.pregnancy', source: ref('IF', '11', { ledd: 2 }) },
  birth_mother: { quota: days(20, 'birth', right), step: 'step.quota.birthMother', source: ref('IF', '12', { ledd: 1 }) },
  birth_father: { quota: days(7, 'birth', right), step: 'step.quota.birthFather', source: ref('IF', '12', { ledd: 2 }), judge: 'judge.quota.fatherLivesWithMother' },
  peace_work: { quota: days(10, 'calendar_year', { needs: ['application'], force: 'may' }), step: 'step.quota.peaceWork', source: ref('IF', '14a') },
  long_illness: { quota: { amount: 1, unit: 'years', per: 'illness', needs: ['doctors_note'], ...unpaid }, step: 'step.quota.longIllness', source: ref('IF', '15'), judge: 'judge.quota.adaptedProgramme' },
  long_illness_child: { quota: { amount: 1, unit: 'years', per: 'illness', needs: ['doctors_note'], ...unpaid }, step: 'step.quota.longIllnessChild', source: ref('IF', '15'), judge: 'judge.quota.adaptedProgramme' },
  parental_leave: { quota: { amount: 10, unit: 'months', per: 'first_year_of_child', needs: [], ...unpaid }, step: 'step.quota.parentalLeave', source: ref('IF', '16', { ledd: 1 }) },
  adoption: { quota: { amount: 10, unit: 'months', per: 'adoption', needs: [], ...unpaid }, step: 'step.quota.adoption', source: ref('IF', '16', { ledd: 3 }) },
  public_day_off: { quota: { amount: null, unit: 'as_needed', per: 'none', needs: [], withBenefit: true, force: 'is' }, step: 'step.quota.publicDayOff', source: ref('IF', '17', { ledd: 1 }) },
  religious_day: { quota: days(2, 'calendar_year', { needs: ['notice_14_days'], force: 'shall' }), step: 'step.quota.religiousDay', source: ref('IF', '17', { ledd: 2 }) },
  holiday: { quota: days(25, 'year', right), step: 'step.quota.holiday', source: ref('IF', '18') },
  home_travel: { quota: { ...asNeeded({ needs: ['application'], force: 'may', withBenefit: false }), amount: 0 }, step: 'step.quota.homeTravel', source: ref('IF', '18'), judge: 'judge.quota.homeTravel' },
  permitted: { quota: asNeeded({ needs: ['application'], force: 'may', withBenefit: true }), step: 'step.quota.permitted', source: ref('IL', '17', { ledd: 1 }), judge: 'judge.quota.permitted' },
  unauthorised: { quota: { ...days(0, 'none', { needs: [], force: 'is' }), withBenefit: false }, step: 'step.quota.unauthorised', source: ref('IL', '21'), judge: 'judge.quota.compellingWelfare' },
}
