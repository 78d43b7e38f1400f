import type { MyYes } from '#domains/matching/sharing/sharing.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { findKey, portalTexts } from './texts.ts'

/** What the neighbour sees, line by line: the very values that were kept the day she said yes. */
function shownLines(locale: ServerLocale, { givenName, languages = [], experience = [], skills = [], certificates = [], mayWorkUntil }: MyYes['profile']): string[] {
  const t = portalTexts(locale)
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const word = (key: string, other: string): string => { const known = findKey(key); return known ? t(known) : other }
  const levelOf = (level: string): string => [level, word(`level.${level}`, '')].filter(Boolean).join(', ')
  return [
    ...(givenName === undefined ? [] : [givenName]),
    ...languages.map(({ language, skill, level }) => (language === 'no' ? `${word(`skill.${skill}`, skill)}: ${levelOf(level)}` : `${names.of(language) ?? language}: ${levelOf(level)}`)),
    ...experience.map(({ title, years, toYear }) => [title, years !== null && years > 0 && t('neighbours.years', { years }), toYear].filter(Boolean).join(', ')),
    ...skills.map(({ name, seenAtWork }) => (seenAtWork ? t('neighbours.seen', { name }) : name)),
    ...certificates.map(({ name, validUntil }) => (validUntil === null ? name : `${name}, ${dayText(locale, validUntil)}`)),
    ...(mayWorkUntil === undefined ? [] : [t('neighbours.mayWork', { day: dayText(locale, mayWorkUntil) })]),
  ]
}

/** Neighbouring municipalities she has said yes to being shown to, each with the very words and a way to take it back. Nothing where there is none. */
export function neighboursPart(locale: ServerLocale, rows: readonly MyYes[], isTakenBack: boolean): Html {
  const t = portalTexts(locale)
  const card = (one: MyYes): Html => html`<li class="portal-card"><h3 class="ds-heading" data-size="xs"><bdi>${one.openingTitle}</bdi></h3>
${one.employerName !== null && html`<p><bdi>${one.employerName}</bdi></p>`}
<p><strong>${one.withdrawnOn === null ? t('neighbours.sees', { municipality: one.ownerName }) : t('neighbours.takenBack', { day: dayText(locale, one.withdrawnOn) })}</strong></p>
<p class="plain__quiet">${t('neighbours.saidOn', { day: dayText(locale, one.consentOn) })}</p>
<details><summary>${t(one.withdrawnOn === null ? 'neighbours.shown' : 'neighbours.wasShown')}</summary><ul>${shownLines(locale, one.profile).map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul></details>
<details><summary>${t('applications.saidYes')}</summary><p class="portal-text" dir="auto">${one.consentText}</p></details>
${one.withdrawnOn === null && html`<form method="post" action="/mine/applications/${one.id}/take-back"><button class="ds-button" data-variant="secondary" type="submit">${t('neighbours.takeBack')}</button></form>`}</li>`
  return html`${isTakenBack && html`<div class="ds-alert" data-color="success" role="status"><p>${t('neighbours.done')}</p></div>`}
${rows.length > 0 && html`<h2 class="ds-heading" data-size="sm">${t('neighbours.title')}</h2><p>${t('neighbours.lead')}</p><ul class="portal-cards">${rows.map(card)}</ul>`}`
}
