import type { FastifyInstance } from 'fastify'
import type { OwnCase } from '#domains/competence/recognition/recognition.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import type { Portal } from './portal.ts'
import { sendPage } from './portal.ts'
import { proofTexts } from './proof-texts.ts'

const path = '/mine/recognition'

/** What she must do herself: papers she gets, and what the authority has asked for. */
function tasksOf(locale: ServerLocale, { standing, documents }: OwnCase): Html {
  const t = proofTexts(locale)
  const hers = documents.filter(({ gatheredBy, hadOn }) => gatheredBy === 'person' && hadOn === null).map(({ name }) => html`<li>${t('case.bring')} <bdi lang="nb">${name}</bdi></li>`)
  const translations = documents.filter(({ translation }) => translation === 'needed' || translation === 'ordered').map(({ name, translation, translationPayer }) =>
    html`<li>${t(translation === 'ordered' ? 'case.translationOrdered' : 'case.translate')} <bdi lang="nb">${name}</bdi>${translationPayer !== null && html` (${t(`payer.${translationPayer}`)})`}</li>`)
  const asked = standing.state === 'asked' ? [html`<li>${standing.answerDueOn === null ? t('case.askedMore') : t('case.askedMoreBy', { day: dayText(locale, standing.answerDueOn) })}</li>`] : []
  const all = [...asked, ...(standing.state === 'gathering' || standing.state === 'asked' ? [...hers, ...translations] : [])]
  return html`<h3 class="ds-heading" data-size="2xs">${t('case.todo')}</h3>${all.length === 0 ? html`<p>${t('case.nothing')}</p>` : html`<ul>${all}</ul>`}`
}

function caseOf(locale: ServerLocale, one: OwnCase): Html {
  const t = proofTexts(locale)
  const { standing, education, authority } = one
  const isWaiting = standing.state === 'waiting' || standing.state === 'asked'
  return html`<li class="portal-card"><h2 class="ds-heading" data-size="xs"><bdi lang="nb">${one.profession ?? education.field ?? t('case.education')}</bdi></h2>
<p><strong>${standing.state === 'answered' && standing.result !== null ? t(`result.${standing.result}`) : t(`state.${standing.state}`)}</strong></p>
<p>${t(`scheme.${authority.scheme}`)}: <bdi lang="nb">${authority.name}</bdi>${one.caseNumber !== null && html` (${t('case.number')} <bdi>${one.caseNumber}</bdi>)`}</p>
${standing.sentOn !== null && html`<p>${t('case.sent', { day: dayText(locale, standing.sentOn) })}${isWaiting && html` ${t('case.waited', { days: standing.daysWaited ?? 0 })}`}</p>`}
${isWaiting && html`<p>${standing.expectedOn === null ? t('case.unknownWait') : t(standing.isLate ? 'case.late' : 'case.expected', { day: dayText(locale, standing.expectedOn) })}</p>`}
${standing.missing !== null && html`<p>${t('case.missing')} <bdi lang="nb">${standing.missing}</bdi></p>`}
${standing.result === 'refused' && standing.state === 'answered' && html`<p>${t('case.complain')}</p>`}
${standing.state !== 'answered' && standing.state !== 'withdrawn' && tasksOf(locale, one)}
${one.responsibleName !== null && html`<p class="plain__quiet">${t('case.ask')} <bdi>${one.responsibleName}</bdi></p>`}</li>`
}

/** Her cases about recognition: where each is, how long it takes, and what she must do. */
export function recognitionPages(app: FastifyInstance, { visit, as }: Portal): void {
  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    const { cases } = await as(actor, 'competence.getMyRecognitions', {})
    const t = proofTexts(locale)
    const body = html`<p>${t('recognition.lead')}</p>${cases.length === 0 ? html`<p>${t('recognition.none')}</p>` : html`<ul class="portal-cards">${cases.map((one) => caseOf(locale, one))}</ul>`}
<p><a class="ds-link" href="/mine/proof">${t('recognition.noPapers')}</a></p>`
    return sendPage(reply, portalPage({ locale, path, title: t('recognition.title'), body }))
  })
}
