import type { z } from 'zod'
import { HIRING_FACTS } from './hiring/facts.ts'
import { IDENTITY_FACTS } from './identity-numbers/facts.ts'
import { LANGUAGE_FACTS } from './language-requirements/facts.ts'
import { NORWEGIAN_FACTS } from './norwegian-training/facts.ts'
import { ABSENCE_FACTS } from './absence/facts.ts'
import { BENEFIT_FACTS } from './introduction-benefit/facts.ts'
import { PROGRAMME_FACTS } from './introduction-programme/facts.ts'
import { MEASURE_FACTS } from './nav-measures/facts.ts'
import { PERSON_FACTS } from './person-facts.ts'
import { PROCEDURE_FACTS } from './procedure/facts.ts'
import { SOCIAL_FACTS } from './social-assistance/facts.ts'
import { QUALIFICATION_FACTS } from './qualification-programme/facts.ts'
import { CONTRIBUTION_FACTS } from './employer-contribution/facts.ts'
import { SUBSIDY_FACTS } from './wage-subsidy/facts.ts'
import { GRANT_FACTS } from './settlement-grants/facts.ts'

/** Every fact a rule can ask for, with its shape and closed values. One name for one fact, everywhere. Texts: `fact.<name>`, `fact.<name>.<value>`. */
export const FACTS = {
  ...PERSON_FACTS,
  ...NORWEGIAN_FACTS,
  ...ABSENCE_FACTS,
  ...BENEFIT_FACTS,
  ...PROCEDURE_FACTS,
  ...IDENTITY_FACTS,
  ...LANGUAGE_FACTS,
  ...HIRING_FACTS,
  ...SOCIAL_FACTS,
  ...QUALIFICATION_FACTS,
  ...PROGRAMME_FACTS,
  ...CONTRIBUTION_FACTS,
  ...MEASURE_FACTS,
  ...SUBSIDY_FACTS,
  ...GRANT_FACTS,
}

export type FactName = keyof typeof FACTS
/** Facts about one case; one that is absent is unknown, never assumed. */
export type Facts = { [N in FactName]?: z.output<(typeof FACTS)[N]> }
