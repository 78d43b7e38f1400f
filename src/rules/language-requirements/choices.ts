import { choice } from '../choice.ts'
import { ref } from '../source.ts'

/** The change of 1 September 2025 has a transitional rule that was not found: applications from before, decided after. */
export const residenceAppliedBeforeChange = choice({
  name: 'residenceAppliedBeforeChange', options: ['new_level', 'older_level'], ask: 'UDI',
  source: ref('FOR-2025-06-26-1327', undefined, { certainty: 'U', note: 'overgangsbestemmelsen er ikke lest' }),
})

/** The same for the change of citizenship on 1 October 2022. */
export const citizenshipAppliedBeforeChange = choice({
  name: 'citizenshipAppliedBeforeChange', options: ['new_level', 'older_level'], ask: 'UDI',
  source: ref('FOR-2022-08-26-1494', undefined, { certainty: 'U', note: 'overgangen for eldre søknader er ikke funnet' }),
})
