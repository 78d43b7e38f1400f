import type { ServerLocale } from '#platform/texts.ts'
import { dayText, directionOf } from '#platform/texts.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Payslip } from '../benefit.schema.ts'
import type { Written } from './payslip.ts'
import { amountText, payslipTexts, writePayslip } from './payslip.ts'

type Slip = Payslip & { facts: { label: string; value: string }[]; total: { label: string; amount: string } }
/** A payslip in words, ready to be set: in Norwegian, and for information in the reader's language. */
export type PayslipPaper = Slip & { lang: 'nb' | 'nn'; municipality: string; person: string; madeOn: PlainDate; keywords: string[]; footer: string; translation: (Slip & { lang: ServerLocale; dir: 'ltr' | 'rtl'; notice: string }) | null }

type Facts = Written & { municipality: string; person: string; approvedOn: PlainDate }

function slipIn(locale: ServerLocale, facts: Facts): Slip {
  const t = payslipTexts(locale)
  const total = facts.lines.reduce((all, { amountOre }) => all + amountOre, 0)
  return {
    ...writePayslip(locale, facts), total: { label: t('paper.total'), amount: amountText(locale, total) },
    facts: [{ label: t('paper.for'), value: facts.person }, { label: t('paper.payOn'), value: dayText(locale, facts.payOn) }, { label: t('paper.approved'), value: dayText(locale, facts.approvedOn) }],
  }
}

/** What one person is paid in one month, as paper for her and for the archive. */
export function writePayslipPaper(norwegian: 'nb' | 'nn', reader: ServerLocale, facts: Facts): PayslipPaper {
  const slip = slipIn(norwegian, facts)
  const translation = reader === 'nb' || reader === 'nn' ? null : { ...slipIn(reader, facts), lang: reader, dir: directionOf(reader), notice: payslipTexts(reader)('paper.notice') }
  return { ...slip, lang: norwegian, municipality: facts.municipality, person: facts.person, madeOn: facts.approvedOn, keywords: [payslipTexts(norwegian)('paper.keyword'), slip.title], footer: `${facts.municipality} · ${slip.title} · ${facts.person}`, translation }
}
