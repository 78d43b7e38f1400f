import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import type { FIELDS } from './facts.ts'

/** Whether a field of work has a statutory requirement of Norwegian, and which rule answers it in full. */
export const OccupationRequirement = z.object({ statutory: z.boolean(), level: CefrLevel.nullable(), rule: z.string().nullable() })
type Requirement = z.infer<typeof OccupationRequirement> & { source: Source }

const equality = ref('LOV-2017-06-16-51', '6', { certainty: 'K', note: 'likestillings- og diskrimineringsloven' })
const none: Requirement = { statutory: false, level: null, rule: null, source: equality }

const requirements: Readonly<Record<(typeof FIELDS)[number], Requirement>> = {
  kindergarten_staff: { statutory: true, level: 'B1', rule: 'language.kindergarten', source: ref('BHL', '27', { ledd: 1 }) },
  kindergarten_leader: { statutory: true, level: 'B2', rule: 'language.kindergartenLeader', source: ref('BHL', '28', { ledd: 1 }) },
  health_outside_eea: { statutory: true, level: 'B2', rule: 'language.health', source: ref('FOR-2016-12-19-1732', '3', { ledd: 1 }) },
  health_eea: { statutory: true, level: null, rule: 'language.health', source: ref('FOR-2008-10-08-1130', '24') },
  university_teaching: { statutory: true, level: 'B2', rule: null, source: ref('FOR-2024-06-28-1392', '3-2', { letter: 'c', certainty: 'P' }) },
  air_traffic: { statutory: true, level: 'B2', rule: null, source: ref('Luftfartstilsynet', undefined, { certainty: 'P', note: 'paragrafen er ikke slått opp' }) },
  home_care: none, cleaning: none, transport: none, retail: none, other: none,
}

/** Statutory requirements of Norwegian by field. Where the law has none, it is the employer's real need that counts, and it must not discriminate. */
export const languageOccupation = rule({
  name: 'language.occupation', version: 1, decidedBy: [], facts: ['occupationField'], answer: OccupationRequirement,
  sources: [ref('BHL', '27'), ref('BHL', '28'), ref('FOR-2016-12-19-1732', '3'), ref('FOR-2008-10-08-1130', '24'), equality], checkedBy: 'fagmyndigheten',
  decide(ask) {
    const { statutory, level, rule: name, source } = requirements[ask.need('occupationField').occupationField]
    if (statutory) ask.step('step.language.statutory', source, { force: 'shall' })
    else ask.judge('judge.language.noStatutoryLevel', source)
    return { statutory, level, rule: name }
  },
})
