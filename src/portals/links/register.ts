import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '#platform/db.ts'
import type { Html } from '#platform/page.ts'
import { html, plainPage } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { directionOf, localeAsked, serverLocales, toServerLocale } from '#platform/texts.ts'
import { openLink, type ClosedLink } from './link-door.ts'
import { linkTexts } from './link-texts.ts'
import { linkPages } from './purposes.ts'

type Deps = { db: Database; now?: () => Date }
type Asked = { Params: { token: string }; Querystring: { lang?: string }; Body: Record<string, string | undefined> | undefined }

const MOST_FORM_BYTES = 20_000

/** The pages behind mailed links: `GET /l/:token` reads and uses nothing up, `POST` answers. They need no script. */
export function registerLinkPages(app: FastifyInstance, { db, now = () => new Date() }: Deps): void {
  void app.register(async (part) => {
    part.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: MOST_FORM_BYTES }, (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
    part.addHook('onRequest', async (_, reply) => { reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }) })
    part.get<Asked>('/l/:token', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, (request, reply) => answer({ db, now }, request, reply, 'show'))
    part.post<Asked>('/l/:token', { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }, (request, reply) => answer({ db, now }, request, reply, 'act'))
  })
}

async function answer({ db, now }: Required<Deps>, request: FastifyRequest<Asked>, reply: FastifyReply, how: 'show' | 'act'): Promise<string> {
  const at = now()
  const link = await openLink(db, request.params.token, at)
  const locale = request.query.lang ? toServerLocale(request.query.lang) : link.locale ?? localeAsked(request.headers['accept-language'])
  reply.type('text/html; charset=utf-8')
  if ('closed' in link) {
    reply.status(link.closed === 'unknown' ? 404 : 410)
    return closedPage(link.closed, locale)
  }
  const page = linkPages[link.purpose]
  const visit = { db, actor: link.actor, now: at, locale }
  const { title, body } = how === 'show' ? await page.show(visit) : await page.act(visit, request.body ?? {})
  return plainPage({ lang: locale, dir: directionOf(locale), title, body: html`${languageChoice(locale)}${body}` })
}

const languages: Record<ServerLocale, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English', uk: 'Українська', ar: 'العربية' }

const languageChoice = (chosen: ServerLocale): Html => html`<nav class="languages" aria-label="${linkTexts(chosen)('language')}"><ul>${serverLocales.map((locale) =>
  html`<li><a class="ds-link" href="?lang=${locale}" lang="${locale}" dir="${directionOf(locale)}" hreflang="${locale}"${locale === chosen && html` aria-current="true"`}>${languages[locale]}</a></li>`)}</ul></nav>`

/** Why the link opens nothing, in the reader's language and then in the others: we may not know who she is. */
function closedPage(closed: ClosedLink, locale: ServerLocale): string {
  const t = linkTexts(locale)
  const others = serverLocales.filter((one) => one !== locale && one !== 'nn')
  return plainPage({ lang: locale, dir: directionOf(locale), title: t(`${closed}.title`), body: html`<p>${t(`${closed}.text`)}</p>
${others.map((other) => html`<section lang="${other}" dir="${directionOf(other)}"><h2 class="ds-heading" data-size="xs">${linkTexts(other)(`${closed}.title`)}</h2><p>${linkTexts(other)(`${closed}.text`)}</p></section>`)}` })
}
