import { useCallback } from 'react'
import type { OperationName } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import type { CalendarItem } from '../payments.schema.ts'

/** What shows a person's money, fetched again after each change. */
export const showsPayments: readonly OperationName[] = ['programme.getPayments']

/** The middle of a month is in it whatever the time zone. */
const HALF_A_MONTH = 14.5 * 86_400_000
const inMonth = (month: string): number => Date.parse(month) + HALF_A_MONTH

/** Øre as kroner. */
export function useKroner(): (ore: number) => string {
  const t = useText('payments')
  const { formatNumber } = useFormat()
  return useCallback((ore) => t('kroner', { amount: formatNumber(ore / 100, { minimumFractionDigits: ore % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 }) }), [t, formatNumber])
}

type Named = Pick<CalendarItem, 'kind' | 'startUpMonth' | 'forMonth'>
type Owed = Pick<CalendarItem, 'amountOre' | 'isAbout'>

/** What money is for, how much, and a month, in words. */
export function useMoneyWords() {
  const t = useText('payments')
  const kroner = useKroner()
  return {
    month: (month: string): string => t('month', { month: inMonth(month) }),
    shortMonth: (month: string): string => t('month.short', { month: inMonth(month) }),
    kindOf: ({ kind, startUpMonth, forMonth }: Named): string => {
      if (startUpMonth !== null) return t('kind.start_up_support.month', { number: startUpMonth })
      return forMonth === null ? t(`kind.${kind}`) : t('kind.introduction_benefit.month', { month: t('month', { month: inMonth(forMonth) }) })
    },
    amountOf: ({ amountOre, isAbout }: Owed): string => (amountOre === null ? t('amount.unknown') : isAbout ? t('amount.about', { amount: kroner(Math.round(amountOre / 100) * 100) }) : kroner(amountOre)),
    payerOf: ({ payer, payerName }: Pick<CalendarItem, 'payer' | 'payerName'>): string => payerName ?? t(`payer.${payer}`),
  }
}

export type Shown = 'expected' | 'about' | 'unnoted' | 'paid' | 'stopped'
/** How a payment looks: one that should have come and that nobody has noted is told from one that is still to come. */
export function shownAs({ state, isAbout, payOn }: Pick<CalendarItem, 'state' | 'isAbout' | 'payOn'>, today: string): Shown {
  if (state !== 'expected') return state
  return isAbout ? 'about' : payOn < today ? 'unnoted' : 'expected'
}
export const shownTones: Record<Shown, Tone> = { expected: 'info', about: 'neutral', unnoted: 'warning', paid: 'success', stopped: 'neutral' }
