import type { MyPaymentItem, MyPayments } from '#domains/programme/payments/payments.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText, monthText } from '#platform/texts.ts'
import type { PlainDate } from '#shared/date.ts'
import { daysBetween } from '#shared/date.ts'
import { portalPage } from './frame.ts'
import { moneyPicture } from './money-pictures.ts'
import type { MoneyTexts } from './money-texts.ts'
import { moneyTexts } from './money-texts.ts'

type Tools = { locale: ServerLocale; t: MoneyTexts; today: PlainDate }
/** So many months are seen at once; the rest on asking. */
const MONTHS_SHOWN = 4

/** The two pages of her money: what comes, and what the benefit has been. */
export function moneyTabs(locale: ServerLocale, path: string): Html {
  const t = moneyTexts(locale)
  const tab = (to: string, text: string): Html => html`<li><a class="ds-link" href="${to}"${to === path && html` aria-current="page"`}>${text}</a></li>`
  return html`<nav class="portal-tabs" aria-label="${t('tabs')}"><ul>${tab('/mine/payments', t('tab.coming'))}${tab('/mine/benefit', t('tab.benefit'))}</ul></nav>`
}

function amountOf({ t }: Tools, { amount, isAbout }: MyPaymentItem): Html {
  if (amount === null) return html`<p class="plain__quiet">${t('unknown')}</p>`
  return html`<p class="my-money__amount">${isAbout ? t('about', { amount: `\u2068${amount}\u2069` }) : html`<bdi>${amount}</bdi>`}</p>`
}

/** Money on one day: when, what, from whom, how much. */
function item(tools: Tools, one: MyPaymentItem, size: 'large' | 'small'): Html {
  const { t, locale } = tools
  const payer = one.payerName === null ? html`${t('from', { payer: t(`payer.${one.payer}`) })}` : html`<bdi lang="nb">${one.payerName}</bdi>`
  return html`<li class="my-slot" data-size="${size}">${moneyPicture(one.kind)}<div><p class="my-slot__time">${dayNameText(locale, one.payOn)}</p><p class="my-slot__title">${t(`kind.${one.kind}`)}</p>
${amountOf(tools, one)}<p class="plain__quiet">${payer}${one.startUpMonth !== null && html` · ${t('startUp', { number: one.startUpMonth })}`}${one.forMonth !== null && html` · ${t('forMonth', { month: monthText(locale, one.forMonth) })}`}</p>
${one.state === 'paid' && html`<p class="my-slot__here">✓ ${t('came')}</p>`}</div></li>`
}

function nextPart(tools: Tools, next: MyPayments['next']): Html {
  const { t, today } = tools
  const [first] = next
  if (first === undefined) return html`<section><h2 class="ds-heading" data-size="sm">${t('next')}</h2><p>${t('next.none')}</p></section>`
  return html`<section><h2 class="ds-heading" data-size="sm">${t('next')}</h2><p class="slip__next"><strong>${t('next.in', { days: daysBetween(today, first.payOn) })}</strong></p><ul class="my-slots my-money">${next.map((one) => item(tools, one, 'large'))}</ul></section>`
}

function monthPart(tools: Tools, { month, items }: MyPayments['months'][number]): Html {
  const { t, locale } = tools
  return html`<h3 class="my-week__day">${monthText(locale, month)}</h3>${items.length === 0 ? html`<p class="plain__quiet">${t('month.none')}</p>` : html`<ul class="my-slots my-money">${items.map((one) => item(tools, one, 'small'))}</ul>`}`
}

/** Whom to ask when it does not come: one line for each that pays her. */
function askPart({ t }: Tools, { months, adviser }: MyPayments): Html {
  const payers = new Set(months.flatMap(({ items }) => items.map(({ payer }) => payer)))
  const lines = [adviser === null ? t('ask.municipalityNobody') : t('ask.municipality', { name: `\u2068${adviser.name}\u2069`, email: `\u2068${adviser.email}\u2069` }),
    ...(['nav', 'husbanken', 'employer', 'other'] as const).filter((payer) => payers.has(payer)).map((payer) => t(`ask.${payer}`))]
  return html`<section class="portal-card"><h2 class="ds-heading" data-size="xs">${t('ask')}</h2><p>${t('ask.lead')}</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul><p>${t('ask.help')}</p></section>`
}

/** Her money: what comes next, then month by month, and whom to ask. */
export function moneyPage(locale: ServerLocale, mine: MyPayments): string {
  const tools: Tools = { locale, t: moneyTexts(locale), today: mine.today }
  const { t } = tools
  const later = mine.months.slice(MONTHS_SHOWN)
  const body = html`${moneyTabs(locale, '/mine/payments')}${nextPart(tools, mine.next)}${askPart(tools, mine)}
<section><h2 class="ds-heading" data-size="sm">${t('months')}</h2><p class="plain__quiet">${t('weekend')} ${t('about.help')}</p>${mine.months.slice(0, MONTHS_SHOWN).map((one) => monthPart(tools, one))}
<details><summary>${t('months.later')}</summary>${later.map((one) => monthPart(tools, one))}</details></section>`
  return portalPage({ locale, path: '/mine/payments', title: t('title'), body })
}
