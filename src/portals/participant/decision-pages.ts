import type { MyComplaint, MyDecision, MyDecisionRow, MyDecisions } from '#domains/programme/decision/my-decision.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import type { DecisionTexts } from './decision-texts.ts'
import { decisionTexts } from './decision-texts.ts'

const path = '/mine/decisions'
type Tools = { locale: ServerLocale; t: DecisionTexts; today: string }

/** Until when she may complain: a day where it is known when she was told, else how long. */
function deadlineOf({ t, locale, today }: Tools, { appeal: { weeks, lastDay } }: MyDecisionRow): string {
  if (lastDay === null) return t('deadline.weeks', { weeks })
  return t(lastDay < today ? 'deadline.over' : 'deadline.day', { day: dayText(locale, lastDay) })
}

/** How far a complaint has come, in a sentence. */
function stateOf({ t }: Tools, { state, outcome, higherOutcome }: MyComplaint): string {
  if (state !== 'closed') return t(`complaint.${state}`)
  if (higherOutcome !== null) return t(`higher.${higherOutcome}`)
  return t(outcome === 'dismissed' || outcome === 'withdrawn' ? `outcome.${outcome}` : 'outcome.reversed')
}

function card(tools: Tools, one: MyDecisionRow): Html {
  const { t, locale } = tools
  return html`<li class="portal-card"><h2 class="ds-heading" data-size="xs">${one.title}</h2><p class="plain__quiet">${t('decidedOn', { day: dayText(locale, one.decidedOn) })}</p><p>${one.decided}</p>
${one.isReplaced ? html`<p><strong>${t('replaced')}</strong></p>` : one.complaint === null ? html`<p>${deadlineOf(tools, one)}</p>` : html`<p><strong>${t('complaint')}:</strong> ${stateOf(tools, one.complaint)}</p>`}
<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${path}/${one.id}">${t('read')}<span class="ds-sr-only">: ${one.title}, ${dayText(locale, one.decidedOn)}</span></a></p></li>`
}

/** Everything that has been decided about her, newest first. */
export function decisionsPage(locale: ServerLocale, { decisions, today }: MyDecisions): string {
  const t = decisionTexts(locale)
  const body = html`<p>${t('lead')}</p>${decisions.length === 0 ? html`<p>${t('none')}</p>` : html`<ul class="portal-cards">${decisions.map((one) => card({ locale, t, today }, one))}</ul>`}`
  return portalPage({ locale, path, title: t('title'), body })
}

/** What she can do about it: until when she may complain, how, and how far a complaint has come. */
function complainPart(tools: Tools, one: MyDecision, how: readonly string[]): Html {
  const { t, locale } = tools
  const told = one.complaint !== null && html`<div class="ds-alert" data-color="info"><p><strong>${t('complaint')}</strong></p><p>${t('complaint.came', { day: dayText(locale, one.complaint.receivedOn) })} ${stateOf(tools, one.complaint)}</p></div>`
  return html`<section><h2 class="ds-heading" data-size="sm">${t('complain')}</h2>${told}<p><strong>${deadlineOf(tools, one)}</strong></p><ul>${how.map((line) => html`<li>${line}</li>`)}</ul></section>`
}

/** One decision: what was decided, what it means, why, and what she can do about it. The reasons stay as they were written. */
export function decisionPage(locale: ServerLocale, one: MyDecision): string {
  const t = decisionTexts(locale)
  const { document } = one
  const words = document.translation ?? document
  const [appeal, others] = [words.parts.find(({ kind }) => kind === 'appeal'), words.parts.filter(({ kind }) => kind !== 'appeal')]
  const body = html`${one.isReplaced && html`<div class="ds-alert" data-color="warning"><p>${t('replaced')}${one.replacedById !== null && html` <a class="ds-link" href="${path}/${one.replacedById}">${t('replaced.read')}</a>`}</p></div>`}
<p class="plain__quiet">${t('decidedOn', { day: dayText(locale, one.decidedOn) })}</p><div class="summary"><h2>${words.decidedHeading}</h2><p class="portal-text" dir="auto"${document.translation === null && html` lang="${document.lang}"`}>${words.decided}</p></div>
<section><h2 class="ds-heading" data-size="sm">${t('means')}</h2><p>${t(`means.${one.kind}`)}</p></section>
<p class="plain__actions"><a class="ds-button" data-variant="primary" href="${path}/${one.id}/paper.pdf" download>${t('paper')}</a></p>
${complainPart({ locale, t, today: one.today }, one, appeal?.lines ?? [])}
<section><h2 class="ds-heading" data-size="sm">${t('grounds')}</h2>${document.translation !== null && html`<p class="plain__quiet">${t('grounds.norwegian')}</p>`}<p class="portal-text as-written" lang="${document.lang}" dir="auto">${document.grounds}</p></section>
${others.map(({ heading, lines }) => html`<section><h2 class="ds-heading" data-size="sm">${heading}</h2>${lines.map((line) => html`<p>${line}</p>`)}</section>`)}
<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${path}">${t('back')}</a></p>`
  return portalPage({ locale, path, title: one.title, body })
}
