import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import { REFORM } from './decision-day.ts'

type Ask = Asking<'schooling' | 'permit' | 'hasUkrainianUpperSecondary'>

const firstFrom = plainDate('2022-06-27')

/** Where it stands on a day that Ukrainian upper secondary counts for the programme: IF § 43 a, enacted three times, and § 65 a from 2026. */
function ukrainianSource(day: PlainDate): Source {
  if (day >= REFORM) return ref('IF', '65 a', { ledd: 2 })
  return ref(day < '2023-07-01' ? 'FOR-2022-06-27-1195' : day < '2024-07-01' ? 'FOR-2023-06-09-831' : 'FOR-2024-06-26-1359', '43 a')
}

/** Whether somebody with collective protection has completed Ukrainian upper secondary; asked for where the schooling she has falls short. */
function hasUkrainian(ask: Ask): boolean {
  if (ask.known('hasUkrainianUpperSecondary') === false) return false
  const isKnown = ask.known('hasUkrainianUpperSecondary') === true
  const permit = isKnown ? ask.need('permit').permit : ask.known('permit')
  return permit === 'collective_protection' && ask.knownOrOpen('hasUkrainianUpperSecondary') === true
}

/**
 * Whether schooling counts as upper secondary on the day that decides: completed by the GSU list, and for those with collective protection
 * always with completed Ukrainian upper secondary. That held for the programme from 27 June 2022; for training in Norwegian only since 2026.
 */
export function hasUpperSecondary(ask: Ask, day: PlainDate, use: 'programme' | 'training' = 'programme'): boolean {
  const { schooling } = ask.need('schooling')
  if (schooling === 'upper_secondary' || schooling === 'higher') return true
  if (day < firstFrom || !hasUkrainian(ask)) return false
  if (use === 'training' && day < REFORM) {
    ask.judge('judge.upperSecondary.trainingBefore2026', ref('IF', '65 a', { certainty: 'U', note: 'før 2026 gjaldt regelen om ukrainsk videregående bare introduksjonsprogrammet' }))
    return false
  }
  ask.step('step.length.ukrainianUpperSecondary', ukrainianSource(day))
  return true
}
