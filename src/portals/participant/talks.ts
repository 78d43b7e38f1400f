import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { talksOperations } from '#domains/programme/talks/index.ts'
import { talkTexts } from '#domains/programme/talks/index.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText, dayText } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import type { Portal } from './portal.ts'
import { sendPage } from './portal.ts'
import { portalTexts } from './texts.ts'

type Talk = z.output<(typeof talksOperations)['programme.listMyTalks']['output']>['talks'][number]
type Mapping = z.output<(typeof talksOperations)['programme.listMyMappings']['output']>['mappings'][number]

const heading = (text: string): Html => html`<h3 class="ds-heading" data-size="2xs">${text}</h3>`

/** A talk that is to come: when, where, and what she will be asked. */
function comingTalk(locale: ServerLocale, talk: Talk): Html {
  const [t, w] = [portalTexts(locale), talkTexts(locale)]
  const when = talk.plannedOn === null ? t('talks.noDay') : [dayNameText(locale, talk.plannedOn), talk.plannedAt].filter(Boolean).join(', ')
  return html`<section><h2 class="ds-heading" data-size="sm">${w(`kind.${talk.kind}`)}</h2>
<p><strong>${when}</strong></p>${talk.place !== null && html`<p>${w('fact.place')}: <bdi>${talk.place}</bdi></p>`}${talk.interpreterLanguage !== null && html`<p>${w('fact.interpreter')}: <bdi lang="nb">${talk.interpreterLanguage}</bdi></p>`}
${talk.asked.length > 0 && html`${heading(t('talks.about'))}<ul>${talk.asked.map(({ text, lang }) => html`<li><bdi lang="${lang}">${text}</bdi></li>`)}</ul>`}<p>${t('talks.may')}</p></section>`
}

/** A talk that was held: what was agreed. What colleagues wrote stays Norwegian. */
function heldTalk(locale: ServerLocale, talk: Talk): Html {
  const [t, w] = [portalTexts(locale), talkTexts(locale)]
  const step = ({ what, who, dueOn, doneOn }: Talk['steps'][number]): Html => html`<li><p class="portal-text" lang="nb" dir="auto">${what}</p><p><small>${w(`owner.${who}`)}${dueOn !== null && html` · ${w('dueOn', { day: dayText(locale, dueOn) })}`}${doneOn !== null && html` · ${t('talks.done')}`}</small></p></li>`
  return html`<section><h2 class="ds-heading" data-size="sm">${w(`kind.${talk.kind}`)}, ${dayText(locale, talk.heldOn ?? '')}</h2>
${talk.steps.length === 0 ? html`<p>${t('talks.nothingAgreed')}</p>` : html`${heading(w('section.steps'))}<ul>${talk.steps.map(step)}</ul>`}</section>`
}

/** The mapping that is sent along to career guidance: all of it, and what is left out. */
function mappingCard(locale: ServerLocale, mapping: Mapping): Html {
  const [t, w] = [portalTexts(locale), talkTexts(locale)]
  const written = locale === 'nn' || locale === 'en' ? locale : 'nb' // in what language colleagues' facts are written here
  const state = mapping.sentOn === null ? t('talks.mapping.draft') : t('talks.mapping.sent', { receiver: `\u2068${mapping.receiver ?? ''}\u2069`, day: dayText(locale, mapping.sentOn) })
  return html`<section><h2 class="ds-heading" data-size="sm">${w('mapping.title')}</h2><p>${t('talks.mapping.lead')}</p><p><strong>${state}</strong></p>
<details><summary>${t('talks.mapping.show')}</summary>${mapping.parts.map(({ part, lines }) => html`${heading(w(`part.${part}`))}<ul>${lines.map(({ text }) => html`<li><bdi${part !== 'words' && html` lang="${written}"`}>${text}</bdi></li>`)}</ul>`)}</details>
${heading(w('mapping.leftOutLabel'))}<p>${mapping.leftOut.map((one) => w(`leftOut.${one}`)).join(locale === 'ar' ? '، ' : ', ')}</p></section>`
}

function talksPage(locale: ServerLocale, talks: readonly Talk[], mappings: readonly Mapping[]): string {
  const t = portalTexts(locale)
  const [coming, held] = [talks.filter(({ state }) => state !== 'held'), talks.filter(({ state }) => state === 'held')]
  const newest = mappings.filter(({ sentOn }, at) => at === 0 || sentOn !== null)
  const body = html`<p>${t('talks.lead')}</p>${talks.length === 0 && html`<p>${t('talks.none')}</p>`}${coming.map((one) => comingTalk(locale, one))}${newest.map((one) => mappingCard(locale, one))}${held.map((one) => heldTalk(locale, one))}`
  return portalPage({ locale, path: '/mine/talks', title: t('talks.title'), body })
}

/** The page of her talks: beforehand what they are about, afterwards what was agreed. */
export function talkPages(app: FastifyInstance, { visit, as }: Portal): void {
  app.get('/mine/talks', async (request, reply) => {
    const { actor, locale } = await visit(request)
    const { talks } = await as(actor, 'programme.listMyTalks', { locale })
    return sendPage(reply, talksPage(locale, talks, (await as(actor, 'programme.listMyMappings', { locale })).mappings))
  })
}
