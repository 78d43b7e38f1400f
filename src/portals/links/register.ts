import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Door } from '#platform/http.ts'
import type { Html } from '#platform/page.ts'
import { html, plainPage } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { directionOf, localeAsked, serverLocales, toServerLocale } from '#platform/texts.ts'
import { listenBar, listenScript } from '../listen/listen.ts'
import { openLink, type ClosedLink } from './link-door.ts'
import { linkTexts } from './link-texts.ts'
import { linkPages } from './purposes.ts'

type Deps = Pick<Door, 'db' | 'clock'>
type Fields = Record<string, string | string[] | undefined>
type Asked = { Params: { token: string }; Querystring: { lang?: string }; Body: Fields | undefined }

/** The pages behind mailed links: `GET /l/:token` reads and uses nothing up, `POST` answers. They need no script: that of listening only makes them speak. */
export function registerLinkPages(app: FastifyInstance, { db, clock }: Deps): void {
  app.addHook('onRequest', async (_, reply) => { reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }) })
  app.get<Asked>('/l/:token', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, (request, reply) => answer({ db, clock }, request, reply, 'show'))
  app.post<Asked>('/l/:token', { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }, (request, reply) => answer({ db, clock }, request, reply, 'act'))
}

/** Of a field that was sent more than once, the last. */
const single = (fields: Fields): Record<string, string | undefined> => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]))

async function answer({ db, clock }: Deps, request: FastifyRequest<Asked>, reply: FastifyReply, how: 'show' | 'act'): Promise<string> {
  const at = clock()
  const link = await openLink(db, request.params.token, at)
  const locale = request.query.lang ? toServerLocale(request.query.lang) : link.locale ?? localeAsked(request.headers['accept-language'])
  reply.type('text/html; charset=utf-8')
  if ('closed' in link) {
    reply.status(link.closed === 'unknown' ? 404 : 410)
    return closedPage(link.closed, locale)
  }
  const page = linkPages[link.purpose]
  const visit = { db, actor: link.actor, now: at, locale }
  const { title, body } = how === 'show' ? await page.show(visit) : await page.act(visit, single(request.body ?? {}))
  const isHers = link.actor.kind === 'participant'
  return plainPage({ lang: locale, dir: directionOf(locale), title, body: html`${languageChoice(locale)}${isHers && listenBar(locale)}${body}`, scripts: isHers ? [listenScript] : [] })
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
