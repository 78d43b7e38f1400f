import { useCallback } from 'react'
import type { OperationName } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import type { Line, Particulars, RunState } from '../benefit.schema.ts'

/** Operations that show what a decision about the benefit changes. */
export const showsRun: readonly OperationName[] = ['programme.getBenefitRun', 'programme.listBenefitRuns']
export const showsPerson: readonly OperationName[] = [...showsRun, 'programme.getPersonBenefit']

export const stateTones: Record<RunState, Tone> = { exceptions: 'warning', ready: 'info', returned: 'danger', approved: 'success' }

/** The middle of a month is in it whatever the time zone. */
const HALF_A_MONTH = 14.5 * 86_400_000

/** A month, by its first day, as people write it. */
export function useMonth(): (month: string) => string {
  const t = useText('benefit')
  return useCallback((month) => t('month', { month: Date.parse(month) + HALF_A_MONTH }), [t])
}

/** Øre as kroner; `signed` with its sign also when it is more. */
export function useKroner(): (ore: number, options?: { signed?: boolean }) => string {
  const t = useText('benefit')
  const { formatNumber } = useFormat()
  return useCallback((ore, { signed = false } = {}) => t('kroner', { amount: formatNumber(ore / 100, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: signed ? 'exceptZero' : 'auto' }) }), [t, formatNumber])
}

const number = (particulars: Particulars, name: string): number => Number(particulars[name] ?? 0)
export const listOf = (particulars: Particulars, name: string): string[] => String(particulars[name] ?? '').split(',').filter((one) => one !== '')

/** How long somebody was away, in days and hours. */
export function useLength(): (particulars: Particulars) => string {
  const t = useText('benefit')
  const { formatNumber } = useFormat()
  return (particulars) => {
    const [days, minutes] = [number(particulars, 'days'), number(particulars, 'minutes')]
    return [...(days > 0 ? [t('issue.days', { days })] : []), ...(minutes > 0 ? [t('issue.hours', { hours: formatNumber(Math.round(minutes / 6) / 10) })] : [])].join(', ')
  }
}

/** One line of a payment in a few words. */
export function useLineText(): (line: Line) => string {
  const t = useText('benefit')
  const month = useMonth()
  return ({ kind, forMonth, particulars }) => {
    if (kind !== 'base') return t('line.other', { kind: t(`kind.${kind}`), month: month(forMonth) })
    const share = number(particulars, 'denominator') > 1 ? `${number(particulars, 'numerator')}/${number(particulars, 'denominator')}` : ''
    return t('line.base', { share: [share, ...(number(particulars, 'isWhole') === 1 ? [] : [t('line.days', { days: number(particulars, 'days') })])].filter(Boolean).join(' · '), month: month(forMonth) }).replace('  ', ' ')
  }
}
