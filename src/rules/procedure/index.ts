import type { Topic } from '../topic.ts'
import { procedureAppeal } from './appeal.ts'
import { procedureDecision } from './decision.ts'
import { administrationAct2025 } from './enacted.ts'
import { procedureGrounds } from './grounds.ts'

/** Integreringsloven chapter 8 and the public administration act: what is an enkeltvedtak, what it must say, and appeal. */
export const procedure: Topic = {
  name: 'procedure',
  rules: [procedureDecision, procedureAppeal, procedureGrounds],
  parameters: [],
  choices: [],
  enacted: [administrationAct2025],
}
