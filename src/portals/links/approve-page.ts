import { randomUUID } from 'node:crypto'
import { placementsOperations } from '#domains/placements/index.ts'
import { perform } from '#platform/operation.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { Refused } from '#platform/problem.ts'
import { drawDocument } from './draw-document.ts'
import type { LinkPage, Visit } from './link-page.ts'
import type { LinkText } from './link-texts.ts'
import { linkTexts } from './link-texts.ts'

const read = 'placements.getAgreementForLink'
const approve = 'placements.approveByLink'
const talk = 'placements.askToTalkByLink'

const load = ({ db, actor, now, locale }: Visit) => perform(db, placementsOperations[read], actor, { name: read, input: { locale }, now })

/** Reading the agreement, and saying yes to it or asking to talk first. */
export const approvePage: LinkPage = {
  show: (visit) => agreementPage(visit),
  async act(visit, fields) {
    const { db, actor, now, locale } = visit
    const t = linkTexts(locale)
    if (fields['action'] === 'talk') {
      const input = { id: randomUUID(), note: fields['note'] ?? '' }
      if (await refusalOf(perform(db, placementsOperations[talk], actor, { name: talk, input, now }), 'link.alreadyAsked')) return agreementPage(visit, 'talk.enough')
      return { title: t('talked.title'), body: html`<p>${t('talked.text')}</p><p><a class="ds-link" href="?lang=${locale}">${t('back')}</a></p>` }
    }
    const name = fields['name']?.trim() ?? ''
    if (name.length < 2) return agreementPage(visit, 'approve.nameMissing')
    const input = { id: randomUUID(), revision: Number(fields['revision']), name }
    const refused = await refusalOf(perform(db, placementsOperations[approve], actor, { name: approve, input, now }))
    if (refused) return agreementPage(visit, refused.refusals.some(({ code }) => code === 'approval.changedSince') ? 'changed.text' : 'given.text')
    return { title: t('done.title'), body: html`<p>${t('done.text')}</p>` }
  },
}

/** Why what was asked was refused; nothing when it was done. Of a refusal that is not `foreseen` the page knows nothing better than the error. */
const refusalOf = (asked: Promise<unknown>, foreseen?: string): Promise<Refused | undefined> => asked.then(() => undefined, (error: unknown) => {
  if (error instanceof Refused && (foreseen === undefined || error.refusals.some(({ code }) => code === foreseen))) return error
  throw error
})

/** A name keeps its own direction in a sentence of another. */
const isolate = (name: string): string => `\u2068${name}\u2069`
/** The kind's own heading, as it stands within a sentence. */
const inSentence = (kind: string): string => kind.charAt(0).toLowerCase() + kind.slice(1)

async function agreementPage(visit: Visit, problem?: LinkText): Promise<{ title: string; body: Html }> {
  const t = linkTexts(visit.locale)
  const { document, party, revision, mayApprove } = await load(visit)
  const intro = t(`intro.${party}`, { person: isolate(document.person), municipality: isolate(document.municipality), employer: isolate(document.employer), kind: inSentence(document.kind.value.own) })
  const answer = mayApprove ? approveForm(visit, revision, problem) : html`<p class="ds-alert" data-color="info">${t('given.text')}</p>`
  return { title: document.title.own, body: html`
${problem && html`<div class="ds-alert" data-color="danger" role="alert"><p>${t(problem)}</p></div>`}
<p class="lead">${intro}</p>
${drawDocument(document)}
${answer}
${talkForm(visit)}` }
}

function approveForm({ locale }: Visit, revision: number, problem?: LinkText): Html {
  const t = linkTexts(locale)
  const missing = problem === 'approve.nameMissing'
  return html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('approve.title')}</h2>
<form method="post" action="?lang=${locale}">
<input type="hidden" name="action" value="approve"><input type="hidden" name="revision" value="${revision}">
<label class="ds-label" for="name">${t('approve.name')}</label>
<p id="name-help" class="plain__quiet">${t('approve.help')}</p>
<input class="ds-input" id="name" name="name" autocomplete="name" maxlength="120" required aria-describedby="name-help"${missing && html` aria-invalid="true"`}>
<div class="plain__actions"><button class="ds-button" data-color="accent" type="submit">${t('approve.button')}</button></div>
</form></section>`
}

function talkForm({ locale }: Visit): Html {
  const t = linkTexts(locale)
  return html`<section class="answer answer--quiet"><h2 class="ds-heading" data-size="sm">${t('talk.title')}</h2><p>${t('talk.text')}</p>
<form method="post" action="?lang=${locale}">
<input type="hidden" name="action" value="talk">
<label class="ds-label" for="note">${t('talk.note')}</label>
<textarea class="ds-input" id="note" name="note" rows="3" maxlength="2000"></textarea>
<div class="plain__actions"><button class="ds-button" data-variant="secondary" type="submit">${t('talk.button')}</button></div>
</form></section>`
}
