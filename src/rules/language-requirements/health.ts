import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

/** A requirement of Norwegian for health personnel. `met` is null where no level is fixed and the skills are judged. */
export const HealthRequirement = z.object({ level: CefrLevel.nullable(), met: z.boolean().nullable(), judgedByEmployer: z.boolean() })

/** Norwegian for health personnel by where they were trained. The rules for those trained in the United Kingdom are not here. */
export const languageHealth = rule({
  name: 'language.health', version: 1, decidedBy: [], facts: ['healthTrainedIn', 'passedB2Test', 'hasEquivalentNordic'], answer: HealthRequirement.nullable(),
  sources: [ref('FOR-2016-12-19-1732', '3', { ledd: 1 }), ref('FOR-2016-12-19-1732', '3', { ledd: 2 }), ref('FOR-2008-10-08-1130', '24')], checkedBy: 'Helsedirektoratet',
  decide(ask) {
    const { healthTrainedIn } = ask.need('healthTrainedIn')
    if (healthTrainedIn === 'united_kingdom') {
      ask.open('open.language.healthUnitedKingdom')
      return null
    }
    if (healthTrainedIn === 'norway') {
      ask.step('step.language.healthNorway', ref('FOR-2016-12-19-1732', '2', { ledd: 1 }))
      return { level: null, met: true, judgedByEmployer: false }
    }
    if (healthTrainedIn !== 'outside_eea') {
      ask.judge('judge.language.healthEea', ref('FOR-2008-10-08-1130', '24', { ledd: healthTrainedIn === 'eea_or_switzerland' ? 2 : 1 }), { force: 'shall' })
      return { level: null, met: null, judgedByEmployer: true }
    }
    ask.step('step.language.healthOutsideEea', ref('FOR-2016-12-19-1732', '3', { ledd: 1, sentence: 1 }), { params: { level: 'B2' }, force: 'shall' })
    const isShown = ask.known('passedB2Test') === true || ask.known('hasEquivalentNordic') === true
    if (!isShown) ask.need('passedB2Test', 'hasEquivalentNordic')
    return { level: 'B2' as const, met: isShown, judgedByEmployer: false }
  },
})
