import type { Topic } from '../topic.ts'
import { changeOfPermit } from './change-of-permit.ts'
import { collectiveProtectionChapter } from './chapter.ts'
import { whichRules } from './which-rules.ts'

/** Integreringsloven chapter 6A and integreringsforskriften chapter 8A: temporary rules for permits under utlendingsloven § 34. */
export const collectiveProtection: Topic = {
  name: 'collective-protection',
  rules: [whichRules, changeOfPermit],
  parameters: [collectiveProtectionChapter],
  choices: [],
  enacted: [],
}
