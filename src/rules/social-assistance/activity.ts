import { z } from 'zod'
import { yearsBetween } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const names = ['birthDate', 'lacksNorwegian', 'hadProgrammeRightAndDuty', 'speaksSami'] as const
type Ask = Asking<(typeof names)[number]>

/** Whether a condition of activity, and of training in Norwegian, shall be set, shall be considered, or may be set. */
export const SocialActivity = z.object({ activity: z.enum(['shall', 'may']), norwegianTraining: z.enum(['shall', 'shall_consider', 'may']) })
type SocialActivity = z.infer<typeof SocialActivity>

const AGE = 30
const place = (sentence: number) => ref('STL', '20 a', { ledd: 1, sentence })

/** Training in Norwegian: asked for only where the lack of it is why she cannot provide for herself. */
function norwegianTraining(ask: Ask): SocialActivity['norwegianTraining'] {
  if (!ask.need('lacksNorwegian').lacksNorwegian) return 'may'
  const { hadProgrammeRightAndDuty } = ask.need('hadProgrammeRightAndDuty')
  if (!hadProgrammeRightAndDuty) {
    ask.step('step.social.considerNorwegian', place(2), { force: 'shall' })
    return 'shall_consider'
  }
  if (ask.need('speaksSami').speaksSami) {
    ask.step('step.social.sami', place(4))
    return 'shall_consider'
  }
  ask.step('step.social.norwegianShall', place(3), { force: 'shall' })
  return 'shall'
}

/** Conditions for social assistance (sosialtjenesteloven §§ 20 and 20 a): activity shall be demanded of those under 30. */
export const socialActivity = rule({
  name: 'social.activity', version: 1, decidedBy: [], facts: names, answer: SocialActivity,
  sources: [ref('STL', '20', { ledd: 1 }), ref('STL', '20 a', { ledd: 1 }), ref('STL', '20 a', { ledd: 3 })],
  checkedBy: 'statsforvalteren',
  decide(ask): SocialActivity {
    const { birthDate } = ask.need('birthDate')
    const age = yearsBetween(birthDate, ask.on)
    ask.judge('judge.social.close', ref('STL', age < AGE ? '20 a' : '20', { ledd: age < AGE ? 3 : 2 }))
    if (age >= AGE) {
      ask.step('step.social.activityMay', ref('STL', '20', { ledd: 1 }), { params: { age, limit: AGE }, force: 'may' })
      return { activity: 'may', norwegianTraining: 'may' }
    }
    ask.step('step.social.activityShall', place(1), { params: { age, limit: AGE }, force: 'shall' })
    ask.judge('judge.social.weighty', place(5))
    return { activity: 'shall', norwegianTraining: norwegianTraining(ask) }
  },
})
