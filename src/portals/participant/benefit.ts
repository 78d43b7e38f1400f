import type { z } from 'zod'
import type { MyBenefit } from '#domains/programme/benefit/benefit.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { picture } from '../pictures.ts'
import { portalPage } from './frame.ts'
import { moneyTabs } from './money-page.ts'
import { moneyTexts } from './money-texts.ts'
import { portalTexts } from './texts.ts'

type Mine = z.output<typeof MyBenefit>
type Slip = Mine['payslips'][number]

/** One month: what she got, line by line with the reason and the paragraph. The newest stands open. */
const slipOf = (locale: ServerLocale, { runId, payslip }: Slip, isNewest: boolean): Html => html`<li class="portal-card"><details${isNewest && html` open`}><summary><strong>${payslip.title}</strong></summary>
<p><strong>${payslip.payout}</strong></p>
<ul class="slip">${payslip.lines.map((line) => html`<li><p class="slip__line"><span>${line.text}</span> <bdi class="slip__amount">${line.amount}</bdi></p><p>${line.why} <span class="plain__quiet">(<bdi>${line.paragraph}</bdi>)</span></p></li>`)}</ul>
${payslip.closing.map((one) => html`<p>${one}</p>`)}
<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="/mine/benefit/${runId}/paper.pdf" download>${moneyTexts(locale)('paper')}<span class="ds-sr-only">: ${payslip.title}</span></a></p></details></li>`

/** When she is paid next and about how much, the days after, and every payslip. */
export function benefitPage(locale: ServerLocale, { nextPayOn, payDays, expected, isHeld, payslips }: Mine): string {
  const t = portalTexts(locale)
  const next = nextPayOn === null ? html`<p>${t('benefit.noDay')}</p>` : html`<section class="portal-card"><h2 class="ds-heading" data-size="xs">${picture('week', 28)}${t('benefit.next')}</h2>
<p class="slip__next"><strong>${dayText(locale, nextPayOn)}</strong></p>
${expected !== null && html`<p>${t('benefit.expected', { amount: expected })}</p>`}
${isHeld && html`<p>${t('benefit.held')}</p>`}
<p class="plain__quiet">${t('benefit.later', { days: payDays.slice(1).map(({ payOn }) => dayText(locale, payOn)).join(' · ') })}</p></section>`
  const body = html`${moneyTabs(locale, '/mine/benefit')}${next}<h2 class="ds-heading" data-size="xs">${picture('money', 28)}${t('benefit.paid')}</h2>
${payslips.length === 0 ? html`<p>${t('benefit.none')}</p>` : html`<ul class="portal-cards">${payslips.map((one, index) => slipOf(locale, one, index === 0))}</ul>`}`
  return portalPage({ locale, path: '/mine/benefit', title: t('benefit.title'), body })
}
