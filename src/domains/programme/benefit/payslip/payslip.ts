import type { PlainDate } from '#shared/date.ts'
import type { Params, ServerLocale, Text } from '#platform/texts.ts'
import { dayText, textsIn } from '#platform/texts.ts'
import type { Line, Particulars, Payslip } from '../benefit.schema.ts'
import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import uk from './messages/uk.json' with { type: 'json' }

export type PayslipText = keyof typeof nb
type Key = PayslipText

/** The middle of a month: the same month in whatever time zone it is written out. */
const HALF_A_MONTH = 14.5 * 86_400_000
const inMonth = (month: PlainDate): number => Date.parse(month) + HALF_A_MONTH

const numberOf = (particulars: Particulars, name: string): number => Number(particulars[name] ?? 0)
const listOf = (particulars: Particulars, name: string): string[] => String(particulars[name] ?? '').split(',').filter((one) => one !== '')

const parts: Readonly<Record<string, string>> = { '1/1': 'full', '2/3': 'twoThirds', '1/3': 'oneThird', '5/6': 'fiveSixths' }

/** What the texts of a line may name: days, hours, the share, the days of absence. */
function paramsOf(locale: ServerLocale, t: Text<Key>, { kind, forMonth, particulars }: Pick<Line, 'kind' | 'forMonth' | 'particulars'>): Params {
  const kinds = listOf(particulars, 'kinds').map((one) => t(`income.${one}` as Key)) // reason for the cast: each kind of income has its text
  const share = `${numberOf(particulars, 'numerator') || 1}/${numberOf(particulars, 'denominator') || 1}`
  return {
    month: inMonth(forMonth), days: numberOf(particulars, 'days'), hours: Math.round(numberOf(particulars, 'minutes') / 6) / 10, heldDays: numberOf(particulars, 'heldDays'),
    share, part: parts[share] ?? 'other', isWhole: numberOf(particulars, 'isWhole') === 1 ? 'yes' : 'no',
    when: kind === 'unauthorised_absence' ? listOf(particulars, 'on').map((day) => dayText(locale, day)).join(locale === 'ar' ? '، ' : ', ') : '', kinds: kinds.join(locale === 'ar' ? '، ' : ', '),
    left: (numberOf(particulars, 'owedBackOre')) / 100,
  }
}

export type Written = { month: PlainDate; payOn: PlainDate; isApproved: boolean; lines: readonly Line[] }

/** The words of a payslip in one language. */
export const payslipTexts = (locale: ServerLocale): Text<Key> => textsIn<Key>({ nb, nn, en, uk, ar }, locale)

/** An amount in kroner as it is read in a language. */
export const amountText = (locale: ServerLocale, ore: number): string => payslipTexts(locale)('amount', { kroner: ore / 100 })

/** An amount nobody knows to the øre yet: in whole kroner. */
export const aboutText = (locale: ServerLocale, ore: number): string => payslipTexts(locale)('amount.whole', { kroner: Math.round(ore / 100) })

/** What one person gets in one run and what was taken off, line by line in plain words with the paragraph; whom to ask, and how to complain. */
export function writePayslip(locale: ServerLocale, { month, payOn, isApproved, lines }: Written): Payslip {
  const t = payslipTexts(locale)
  const total = lines.reduce((all, { amountOre }) => all + amountOre, 0)
  const line = (one: Line): Payslip['lines'][number] => {
    const params = paramsOf(locale, t, one)
    return { text: t(`${one.kind}.text`, params), why: t(`${one.kind}.why`, params), paragraph: t(`${one.kind}.paragraph`), amount: amountText(locale, one.amountOre) }
  }
  const isHeld = lines.some(({ particulars }) => numberOf(particulars, 'heldDays') > 0)
  return {
    title: t('title', { month: inMonth(month) }), payout: t(isApproved ? 'payout' : 'expected', { amount: amountText(locale, total), day: dayText(locale, payOn) }),
    lines: lines.map(line), closing: [...(isHeld ? [t('held')] : []), t('ask'), t('complain')],
  }
}
