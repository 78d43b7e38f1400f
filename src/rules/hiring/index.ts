import type { Topic } from '../topic.ts'
import { hiringException } from './exception.ts'
import { hiringInterview } from './interview.ts'

/** Ways into public posts for those outside work, past the principle that the best qualified is hired. */
export const hiring: Topic = { name: 'hiring', rules: [hiringException, hiringInterview], parameters: [], choices: [], enacted: [] }
