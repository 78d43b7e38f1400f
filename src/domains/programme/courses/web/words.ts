import type { OperationName, Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import type { Reason, Standing } from '../road.schema.ts'

export type Catalogue = Output<'programme.listCourses'>
export type Course = Catalogue['courses'][number]
export type RoadPage = Output<'programme.getRoad'>

/** Reads whose answers a change of the catalogue or of a road makes old. */
export const showsCourses: readonly OperationName[] = ['programme.listCourses', 'programme.getRoad', 'programme.listCandidates', 'programme.listNearEnd', 'programme.getPlan']

const isDay = (value: string | number): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** A reason in words, its days as people read them. */
export function useReason(): (reason: Reason) => string {
  const t = useText('courses')
  const { formatDate } = useFormat()
  return ({ code, params }) => t(`reason.${code}`, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isDay(value) ? formatDate(value) : value])))
}

/** When a course belongs, on one line. */
export function useTiming(): (course: Pick<Course, 'timing' | 'timingAmount'>) => string {
  const t = useText('courses')
  return ({ timing, timingAmount }) => (timing === 'any_time' || timing === 'before_practice' ? t(`timing.${timing}`) : t(`timing.${timing}.value`, { amount: timingAmount ?? 0 }))
}

export const toneOf: Record<Standing['state'], Tone> = { exempt: 'success', done: 'success', contained: 'success', under_way: 'info', planned: 'info', short: 'warning', lacking: 'danger', not_asked: 'neutral', undecided: 'neutral' }
