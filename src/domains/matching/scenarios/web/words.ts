import type { Output } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import type { Part, Scenario, Spread } from '../what-if.schema.ts'

export type Choices = Output<'matching.listWhatIfs'>
export type Saved = Choices['saved'][number]
/** A scenario on the screen: saved before, or not yet. */
export type Draft = Scenario & { key: string; id?: string; version?: number }

/** What is sent: nothing of the screen's own. */
export const scenarioOf = ({ name, unit, parts }: Draft): Scenario => ({ name: name.trim() || '–', unit, parts })

/** What a part of a scenario is, in words. */
export function usePartText({ openings, employers }: Choices): (part: Part) => string {
  const t = useText('scenarios')
  const find = useFindText()
  const word = (key: string): string => find(key, 'matching') ?? key
  const named = (list: readonly { id: string; name: string }[], id: string): string => list.find((one) => one.id === id)?.name ?? t('part.gone')
  const where = (part: Extract<Part, { is: 'level' }>): string => [part.employerId !== null && named(employers, part.employerId), part.occupation !== null && t('part.occupation', { code: part.occupation }), part.kind !== null && word(`opening.${part.kind}`)].filter(Boolean).join(', ') || t('part.everywhere')
  return (part) => {
    switch (part.is) {
      case 'places': return part.like === null ? t('part.places', { count: part.count, title: part.title }) : t('part.like', { count: part.count, title: named(openings, part.like) })
      case 'travel': return [t('part.travel', { way: word(`transport.${part.way}`), to: part.to.length === 0 ? t('part.allTowns') : part.to.join(', ') }), part.earliest !== null && t('part.earliest', { time: part.earliest })].filter(Boolean).join(', ')
      case 'level': return t('part.level', { from: part.from, to: part.to, where: where(part) })
      case 'course': return part.gives.is === 'level' ? t('part.courseLevel', { count: part.seats, skill: word(`skill.${part.gives.skill}`) }) : t('part.course', { count: part.seats, name: part.gives.name })
      case 'licence': return t('part.licence', { count: part.seats, name: part.name })
      case 'childcare': return part.seats === null ? t('part.childcare', { time: part.until }) : t('part.childcareSeats', { time: part.until, count: part.seats })
    }
  }
}

/** A figure with its spread: "41", or "41 (38–44)" where seats are drawn. */
export function useSpread(): (spread: Spread) => string {
  const { formatNumber } = useFormat()
  const round = (value: number): string => formatNumber(Math.round(value * 10) / 10)
  return ({ mean, low, high }) => (low === high && low === mean ? round(mean) : `${round(mean)} (${round(low)}–${round(high)})`)
}

/** A difference with its sign; nothing is 0. */
export function useDifference(): (value: number) => string {
  const { formatNumber } = useFormat()
  return (value) => formatNumber(Math.round(value * 10) / 10, { signDisplay: 'exceptZero' })
}
