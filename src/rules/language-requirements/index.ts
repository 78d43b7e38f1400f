import type { Topic } from '../topic.ts'
import { citizenshipAppliedBeforeChange, residenceAppliedBeforeChange } from './choices.ts'
import { languageCitizenship } from './citizenship.ts'
import { languageHealth } from './health.ts'
import { languageKindergarten, languageKindergartenLeader } from './kindergarten.ts'
import { languageOccupation } from './occupation.ts'
import { languagePermanentResidence } from './permanent-residence.ts'

/** Norwegian asked for by law: in kindergartens and health care, for residence and for citizenship. */
export const languageRequirements: Topic = {
  name: 'language-requirements',
  rules: [languageKindergarten, languageKindergartenLeader, languageHealth, languagePermanentResidence, languageCitizenship, languageOccupation],
  parameters: [],
  choices: [residenceAppliedBeforeChange, citizenshipAppliedBeforeChange],
  enacted: [],
}
