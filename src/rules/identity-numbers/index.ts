import type { Topic } from '../topic.ts'
import { identityNumber } from './number.ts'

/** The numbers a person is known by in Norway, and what they prove. */
export const identityNumbers: Topic = { name: 'identity-numbers', rules: [identityNumber], parameters: [], choices: [], enacted: [] }
