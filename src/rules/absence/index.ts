import type { Topic } from '../topic.ts'
import { absenceChildAge } from './child-age.ts'
import { effectOnLengthAmount, effectOnLengthPeriod, selfCertificationChain, workingDay } from './choices.ts'
import { absenceDaysOff } from './days-off.ts'
import { absenceEffectOnLength } from './effect-on-length.ts'
import { absenceParentalLeave } from './parental-leave.ts'
import { absenceQuota } from './quota.ts'
import { absenceReligiousNotice } from './religious-days.ts'
import { absenceSelfCertificationLoss } from './self-certification-loss.ts'
import { absenceSelfCertification } from './self-certification.ts'

/** Integreringsforskriften chapters 3 and 4: absence, days off and leave from the introduction programme. */
export const absence: Topic = {
  name: 'absence',
  rules: [absenceQuota, absenceChildAge, absenceSelfCertification, absenceSelfCertificationLoss, absenceEffectOnLength, absenceDaysOff, absenceParentalLeave, absenceReligiousNotice],
  parameters: [],
  choices: [workingDay, effectOnLengthAmount, effectOnLengthPeriod, selfCertificationChain],
  enacted: [],
}
