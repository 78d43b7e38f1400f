import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Words } from '#domains/programme/plan/plan.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { planTexts } from './plan-texts.ts'

type Said = z.output<typeof Words>

/** What she has said before and been answered: her own words as they were. */
export function drawWords(locale: ServerLocale, words: readonly Said[]): Html {
  const t = planTexts(locale)
  return html`${words.map((one) => html`<article class="portal-card"><p class="plain__quiet">${dayText(locale, one.saidOn)}</p><p class="portal-text" dir="auto">${one.words}</p>
${one.answer === null ? html`<p class="plain__quiet">${t('words.unanswered')}</p>` : html`<p class="as-written" dir="auto" lang="nb">${one.answer}</p>`}</article>`)}`
}

/** A place to write what she wants. The id is the form's, so that sent twice it is said once. */
export function wordsForm(locale: ServerLocale, action: string, missing = false): Html {
  const t = planTexts(locale)
  return html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('words.title')}</h2><p id="words-help">${t('words.text')}</p>
<form method="post" action="${action}"><input type="hidden" name="action" value="say"><input type="hidden" name="id" value="${randomUUID()}">
<label class="ds-label" for="words">${t('words.label')}</label><textarea class="ds-input" id="words" name="words" rows="4" maxlength="4000" dir="auto" required aria-describedby="words-help"${missing && html` aria-invalid="true"`}></textarea>
<div class="plain__actions"><button class="ds-button" data-variant="secondary" type="submit">${t('words.send')}</button></div></form></section>`
}

/** Her yes, with her name. */
export function signForm(locale: ServerLocale, action: string, revision: number, missing = false): Html {
  const t = planTexts(locale)
  return html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('sign.title')}</h2><p>${t('sign.text')}</p>
<form method="post" action="${action}"><input type="hidden" name="action" value="sign"><input type="hidden" name="id" value="${randomUUID()}"><input type="hidden" name="revision" value="${revision}">
<label class="ds-label" for="name">${t('sign.name')}</label><p id="name-help" class="plain__quiet">${t('sign.help')}</p>
<input class="ds-input" id="name" name="name" autocomplete="name" maxlength="120" required aria-describedby="name-help"${missing && html` aria-invalid="true"`}>
<div class="plain__actions"><button class="ds-button" data-color="accent" type="submit">${t('sign.button')}</button></div></form></section>`
}

/** Something to know on top of the page. */
export const planNotice = (locale: ServerLocale, key: 'words.sent' | 'words.missing' | 'words.enough' | 'sign.nameMissing' | 'sign.done' | 'sign.changed'): Html =>
  html`<div class="ds-alert" data-color="${key === 'words.sent' || key === 'sign.done' ? 'success' : 'warning'}" role="${key === 'words.sent' || key === 'sign.done' ? 'status' : 'alert'}"><p>${planTexts(locale)(key)}</p></div>`
