import en from '#domains/notifications/messages/en.json' with { type: 'json' }
import nb from '#domains/notifications/messages/nb.json' with { type: 'json' }
import nn from '#domains/notifications/messages/nn.json' with { type: 'json' }
import type { Part } from '#platform/http.ts'
import type { MailSink } from '#platform/mail-sink.ts'
import type { Html } from '#platform/page.ts'
import { html, plainPage } from '#platform/page.ts'
import { NotFound } from '#platform/problem.ts'
import type { ServerLocale, Text } from '#platform/texts.ts'
import { localeAsked, textsIn } from '#platform/texts.ts'

const HTML = 'text/html; charset=utf-8'
// a letter brings its own looks and may do nothing else; its links open in the whole window
const LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation"
const PAGE_POLICY = "default-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"

type Reader = { lang: string; t: Text<keyof typeof nb> }

const whenText = (lang: string, at: string): string =>
  new Intl.DateTimeFormat([lang, 'nb'], { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Oslo' }).format(new Date(at))

/** The mail a test installation did not send: `/mail` lists it, newest first. */
export const mailPage = (sink: MailSink): Part => (app) => {
  const readerFor = (header: string | undefined): Reader => {
    const locale: ServerLocale = localeAsked(header)
    const lang = locale === 'nn' || locale === 'en' ? locale : 'nb'
    return { lang, t: textsIn<keyof typeof nb>({ nb, nn, en, uk: nb, ar: nb }, lang) }
  }
  const find = (id: string) => {
    const mail = sink.messages().find((one) => one.id === id)
    if (!mail) throw new NotFound()
    return mail
  }
  const answer = ({ lang }: Reader, title: string, body: Html): string => plainPage({ lang, dir: 'ltr', title, body, width: 'wide' })

  app.get('/mail', async (request, reply) => {
    const reader = readerFor(request.headers['accept-language'])
    const rows = sink.messages().toReversed().map(({ id, subject, to, receivedAt }) =>
      html`<li><a href="/mail/${id}"><strong dir="auto">${subject}</strong><span>${whenText(reader.lang, receivedAt)}</span><span>${reader.t('sink.to', { to: to.join(', ') })}</span></a></li>`)
    const body = html`<p>${reader.t('sink.lead')}</p>${rows.length > 0 ? html`<ul class="letters">${rows}</ul>` : html`<p class="plain__quiet">${reader.t('sink.none')}</p>`}`
    return reply.type(HTML).header('cache-control', 'no-store').send(answer(reader, reader.t('sink.title'), body))
  })
  app.get<{ Params: { id: string } }>('/mail/:id', async (request, reply) => {
    const reader = readerFor(request.headers['accept-language'])
    const { id, subject, to, receivedAt, text, html: markup } = find(request.params.id)
    const body = html`<p class="plain__quiet">${reader.t('sink.to', { to: to.join(', ') })} · ${whenText(reader.lang, receivedAt)}</p>
${markup === undefined ? html`<pre dir="auto">${text}</pre>` : html`<iframe class="letter" src="/mail/${id}/letter" title="${reader.t('sink.body')}"></iframe>`}
<p class="plain__actions"><a class="ds-link" href="/mail">${reader.t('sink.all')}</a></p>`
    return reply.type(HTML).header('cache-control', 'no-store').header('content-security-policy', PAGE_POLICY).send(answer(reader, subject, body))
  })
  app.get<{ Params: { id: string } }>('/mail/:id/letter', async (request, reply) => {
    const markup = find(request.params.id).html ?? ''
    return reply.type(HTML).header('cache-control', 'no-store').header('content-security-policy', LETTER_POLICY).header('x-frame-options', 'SAMEORIGIN')
      .send(markup.replace(/<head>/i, '<head><base target="_top">'))
  })
}
