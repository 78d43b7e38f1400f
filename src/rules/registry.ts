import type { Choice, Enacted } from './choice.ts'
import { absence } from './absence/index.ts'
import { basicAmount } from './basic-amount.ts'
import { introductionBenefit } from './introduction-benefit/index.ts'
import { collectiveProtection } from './collective-protection/index.ts'
import { hiring } from './hiring/index.ts'
import { identityNumbers } from './identity-numbers/index.ts'
import { introductionProgramme } from './introduction-programme/index.ts'
import { languageRequirements } from './language-requirements/index.ts'
import { norwegianTraining } from './norwegian-training/index.ts'
import type { Parameter } from './parameter.ts'
import { procedure } from './procedure/index.ts'
import type { AnyRule } from './rule.ts'
import { socialAssistance } from './social-assistance/index.ts'
import { qualificationProgramme } from './qualification-programme/index.ts'
import { employerContributions } from './employer-contribution/index.ts'
import { wageSubsidy } from './wage-subsidy/index.ts'
import { navMeasures } from './nav-measures/index.ts'
import { settlementGrants } from './settlement-grants/index.ts'
import type { Topic } from './topic.ts'

/** Every topic of the law there is: one line for each folder. */
export const topics: readonly Topic[] = [
  introductionProgramme,
  norwegianTraining,
  absence,
  introductionBenefit,
  procedure,
  identityNumbers,
  languageRequirements,
  hiring,
  socialAssistance,
  qualificationProgramme,
  collectiveProtection,
  employerContributions,
  wageSubsidy,
  navMeasures,
  settlementGrants,
]

export const rules: readonly AnyRule[] = topics.flatMap((topic) => topic.rules)
/** Every figure; the basic amount belongs to no topic alone. */
export const parameters: readonly Parameter[] = [basicAmount, ...topics.flatMap((topic) => topic.parameters)]
export const choices: readonly Choice[] = topics.flatMap((topic) => topic.choices)
export const enactedRules: readonly Enacted[] = topics.flatMap((topic) => topic.enacted)

/** The rule of that name, if there is one. */
export const findRule = (name: string): AnyRule | undefined => rules.find((one) => one.name === name)
