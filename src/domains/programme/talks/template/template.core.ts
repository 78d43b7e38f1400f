import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Asked, Point } from './template.schema.ts'

const translations = ['en', 'uk', 'ar'] as const

/** A question whose Norwegian was rewritten keeps no translation that was not rewritten with it: it would ask something else. */
function withoutStale(now: Asked, before: Asked | undefined): Asked {
  if (before === undefined || now.no === before.no) return now
  const kept = (locale: (typeof translations)[number]): string | null => (now.no === null || now[locale] === before[locale] ? null : now[locale])
  return { no: now.no, en: kept('en'), uk: kept('uk'), ar: kept('ar') }
}

/** The points as they are kept: translations left behind by a rewritten question are taken out. Same points, same order. */
export const settlePoints = (points: readonly Point[], before: readonly Point[]): Point[] =>
  points.map((point) => ({ ...point, asked: withoutStale(point.asked, before.find(({ id }) => id === point.id)?.asked) }))

/** Whether points may be saved as the next revision: each once, and on top of the newest. */
export const maySaveTemplate = (points: readonly Point[], from: number, newest: number): Refusal[] => [
  ...check(from === newest, { code: 'talk.templateChanged' }),
  ...check(new Set(points.map(({ id }) => id)).size === points.length, { code: 'talk.pointTwice', path: 'points' }),
  ...points.flatMap((point, at) => check(point.heading.trim() !== '', { code: 'talk.headingMissing', path: `points.${at}.heading` })),
]
