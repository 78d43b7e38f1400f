import en from '#domains/identity/messages/en.json' with { type: 'json' }
import nb from '#domains/identity/messages/nb.json' with { type: 'json' }
import nn from '#domains/identity/messages/nn.json' with { type: 'json' }
import type { Database } from '#platform/db.ts'
import type { Html } from '#platform/page.ts'
import { html, plainPage } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { textsIn, toServerLocale } from '#platform/texts.ts'

export type TestAccount = { subject: string; name: string; roles: string[]; municipality_name: string; is_participant: boolean }

/** The invented people of this installation who sign in by `issuer`. */
export const listTestAccounts = async (db: Database, issuer: string): Promise<TestAccount[]> =>
  (await db.staff.query<TestAccount>('select * from app.list_test_accounts($1)', [issuer])).rows

// the invented people speak with the staff's words; a participant's page reads her own language afterwards
const catalogues: Record<ServerLocale, typeof nb> = { nb, nn, en, uk: nb, ar: en }

const isText = (key: string): key is keyof typeof nb => Object.hasOwn(nb, key)

/** The page of the built-in sign-in: one button for each invented person, by municipality. Works without script and by keyboard. */
export function signInPage(uid: string, accounts: TestAccount[], locale: string): string {
  const asked = toServerLocale(locale)
  const t = textsIn<keyof typeof nb>(catalogues, asked)
  const roleText = (role: string): string => { const key = `role.${role}`; return isText(key) ? t(key) : role }
  const card = ({ subject, name, roles }: TestAccount): Html =>
    html`<li><button class="choice" name="who" value="${subject}"><strong><bdi>${name}</bdi></strong><span>${roles.map(roleText).join(', ')}</span></button></li>`
  const municipalities = [...new Set(accounts.map((account) => account.municipality_name))]
  const section = (municipality: string): Html => {
    const here = accounts.filter((account) => account.municipality_name === municipality)
    const participants = here.filter((account) => account.is_participant)
    return html`<section><h2 class="ds-heading" data-size="sm">${municipality}</h2>
<ul class="choices">${here.filter((account) => !account.is_participant).map(card)}</ul>
${participants.length > 0 && html`<h3 class="ds-heading" data-size="2xs">${t('demo.participants')}</h3><ul class="choices">${participants.map(card)}</ul>`}</section>`
  }
  const body = html`<div class="ds-alert" data-color="warning"><p>${t('demo.lead')}</p></div>
${accounts.length === 0 && html`<p>${t('demo.none')}</p>`}
<form method="post" action="/local-sign-in/${encodeURIComponent(uid)}">${municipalities.map(section)}</form>
<p class="plain__actions"><a class="ds-link" href="/mail">${t('demo.mail')}</a></p>`
  const lang = asked === 'uk' ? 'nb' : asked === 'ar' ? 'en' : asked
  return plainPage({ lang, dir: 'ltr', title: t('demo.title'), body, width: 'wide' })
}
