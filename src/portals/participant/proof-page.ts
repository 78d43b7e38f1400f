import { randomUUID } from 'node:crypto'
import type { OwnProof, ProofItem, Sheet } from '#domains/competence/proof/proof.schema.ts'
import { ItemKind } from '#domains/competence/proof/proof.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import type { ProofText } from './proof-texts.ts'
import { proofTexts } from './proof-texts.ts'
import { findKey, portalTexts } from './texts.ts'

/** What a page is opened to say. */
export type Notice = Extract<ProofText, `notice.${string}`>

/** What an entry is called: of Norwegian, the skill in her language and the level. */
function titleOf(locale: ServerLocale, { kind, title, level }: ProofItem): Html {
  const t = proofTexts(locale)
  if (kind !== 'norwegian') return html`<bdi lang="nb">${title || t('case.education')}</bdi>`
  const skill = findKey(`skill.${title}`)
  return html`${skill ? portalTexts(locale)(skill) : title} <bdi dir="ltr">${level === 'native' ? '' : level === 'A1-' ? '< A1' : level}</bdi>`
}

function howOf(locale: ServerLocale, { evidence, help, seenBy, where, kind, on, recognition }: ProofItem): Html {
  const t = proofTexts(locale)
  const who = [seenBy, kind === 'education' ? null : where].filter((one) => one !== null)
  return html`<span class="plain__quiet">${t(help === null ? `evidence.${evidence}` : `evidence.${help}`)}${who.map((one) => html` · <bdi>${one}</bdi>`)}${on !== null && html` · ${dayText(locale, on)}`}${recognition !== null && recognition !== 'none' && html` · ${t(`recognition.is.${recognition}`)}`}</span>`
}

function chooseForm(locale: ServerLocale, { items, chosen }: OwnProof): Html {
  const t = proofTexts(locale)
  const tick = (one: ProofItem): Html => html`<label class="option"><input class="ds-input" type="checkbox" name="item.${one.key}"${chosen.includes(one.key) && html` checked`}><span>${titleOf(locale, one)}<br>${howOf(locale, one)}</span></label>`
  return html`<form method="post" action="/mine/proof"><input type="hidden" name="action" value="issue"><input type="hidden" name="id" value="${randomUUID()}">
${ItemKind.options.map((kind) => { const own = items.filter((one) => one.kind === kind); return own.length > 0 && html`<fieldset class="question"><legend>${t(`kind.${kind}`)}</legend>${own.map(tick)}</fieldset>` })}
<p>${t('proof.never')}</p><div class="plain__actions"><button class="ds-button" data-color="accent" type="submit">${t('proof.make')}</button></div></form>`
}

/** What others have seen her do, and her own words to it. */
function seenSection(locale: ServerLocale, items: readonly ProofItem[]): Html | false {
  const t = proofTexts(locale)
  const seen = items.filter(({ answers }) => answers !== null)
  return seen.length > 0 && html`<h2 class="ds-heading" data-size="sm">${t('seen.title')}</h2><p>${t('seen.lead')}</p><ul class="portal-cards">${seen.map((one) => one.answers && html`<li class="portal-card"><p><strong>${titleOf(locale, one)}</strong><br>${howOf(locale, one)}</p>
${one.answers.answer !== null && html`<p class="portal-text" dir="auto">${t('seen.yours')} <bdi>${one.answers.answer}</bdi></p>`}
<details><summary>${t(one.answers.answer === null ? 'seen.answer' : 'seen.change')}</summary><form method="post" action="/mine/proof"><input type="hidden" name="action" value="answer"><input type="hidden" name="kind" value="${one.answers.kind}"><input type="hidden" name="id" value="${one.answers.id}">
<label class="ds-label" for="a-${one.answers.id}">${t('seen.label')}</label><textarea class="ds-input" id="a-${one.answers.id}" name="answer" rows="2" maxlength="1000" dir="auto" required></textarea>
<div class="plain__actions"><button class="ds-button" data-variant="secondary" type="submit">${t('seen.send')}</button></div></form></details></li>`)}</ul>`
}

function sheetOf(locale: ServerLocale, { id, code, issuedOn, withdrawnOn, count }: Sheet): Html {
  const t = proofTexts(locale)
  return html`<li class="portal-card"><p><strong>${t('sheet.made', { day: dayText(locale, issuedOn), count })}</strong><br>${t('sheet.code')} <bdi>${code.slice(0, 4)}-${code.slice(4)}</bdi></p>
${withdrawnOn !== null ? html`<p>${t('sheet.withdrawn', { day: dayText(locale, withdrawnOn) })}</p>` : html`<p>${(['nb', 'nn', 'en'] as const).map((one) => html`<a class="ds-link" href="/mine/proof/${id}/${one}" download>${t(`sheet.${one}`)}</a> `)}</p>
<details><summary>${t('sheet.withdraw')}</summary><p>${t('sheet.withdrawMeans')}</p><form method="post" action="/mine/proof"><input type="hidden" name="action" value="withdraw"><input type="hidden" name="id" value="${id}"><button class="ds-button" data-variant="secondary" type="submit">${t('sheet.withdraw')}</button></form></details>`}</li>`
}

/** What she can and who stands behind it: she chooses, makes a sheet, and answers to what was seen. */
export function proofPage(locale: ServerLocale, proof: OwnProof, notice?: Notice): string {
  const t = proofTexts(locale)
  const isProblem = notice === 'notice.nothing' || notice === 'notice.words'
  const body = html`${notice && html`<div class="ds-alert" data-color="${isProblem ? 'danger' : 'success'}" role="${isProblem ? 'alert' : 'status'}"><p>${t(notice)}</p></div>`}
<p>${t('proof.lead')}</p>${proof.sheets.length > 0 && html`<h2 class="ds-heading" data-size="sm">${t('sheet.title')}</h2><ul class="portal-cards">${proof.sheets.map((one) => sheetOf(locale, one))}</ul>`}
${proof.items.length === 0 ? html`<p>${t('proof.none')}</p>` : html`<h2 class="ds-heading" data-size="sm">${t('proof.choose')}</h2><p>${t('proof.chooseHelp')}</p>${chooseForm(locale, proof)}${seenSection(locale, proof.items)}`}`
  return portalPage({ locale, path: '/mine/proof', title: t('proof.title'), body })
}
