import type { Topic } from '../topic.ts'
import { offerOnFirstOfJanuary } from './choices.ts'
import { programmeLength } from './length.ts'

/** Integreringsloven chapters 3 and 4: who, when, how long, with what content, until when. */
export const introductionProgramme: Topic = {
  name: 'introduction-programme',
  rules: [programmeLength],
  parameters: [],
  choices: [offerOnFirstOfJanuary],
  enacted: [],
}
