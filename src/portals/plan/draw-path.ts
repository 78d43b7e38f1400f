import type { OnPath, StepState } from '#domains/competence/paths/path.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { planTexts } from './plan-texts.ts'

/** What she lacks or has at one step, in her language. */
function drawDetail(locale: ServerLocale, { lacking, practice }: StepState): Html {
  const t = planTexts(locale)
  return html`${lacking.map(({ skill, needs }) => html`<p>${t('path.lacking', { skill: t(`path.skill.${skill}`), needs })}</p>`)}
${practice !== null && practice.needed !== null && html`<p>${t('path.practice', { here: practice.here, needed: practice.needed })}</p>`}
${practice !== null && practice.abroad > 0 && html`<p>${t('path.abroad')}</p>`}`
}

/** Her road to a trade certificate as a part of her page: the steps with where she is, in her language; the trade as colleagues wrote it. */
export function drawPath(locale: ServerLocale, { path, states, left, isAtEnd }: OnPath): Html {
  const t = planTexts(locale)
  return html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('path.title')}</h2><p>${t('path.lead')}</p>
<p><strong><bdi lang="nb">${path.trade}</bdi></strong>, ${t(`path.form.${path.form}`)}</p>
<ol class="portal-cards">${states.map((one) => html`<li class="portal-card"${one.state === 'next' && html` aria-current="step"`}><h3 class="ds-heading" data-size="2xs">${t(`path.step.${one.step.kind}`)}</h3>
<p>${one.state === 'next' ? html`<strong>${t('path.state.next')}</strong>` : t(`path.state.${one.state}`)}</p>${one.state !== 'done' && drawDetail(locale, one)}</li>`)}</ol>
${!isAtEnd && left.months > 0 && html`<p>${t('path.left', { count: left.months })}</p>`}${path.confirmedOn === null && html`<p class="plain__quiet">${t('path.unconfirmed')}</p>`}</section>`
}
