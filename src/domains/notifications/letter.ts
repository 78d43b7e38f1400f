import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { Params, ServerLocale } from '#platform/texts.ts'
import { dayText, directionOf, textsIn } from '#platform/texts.ts'
import ar from './messages/mail.ar.json' with { type: 'json' }
import en from './messages/mail.en.json' with { type: 'json' }
import nb from './messages/mail.nb.json' with { type: 'json' }
import nn from './messages/mail.nn.json' with { type: 'json' }
import uk from './messages/mail.uk.json' with { type: 'json' }
import type { MailTemplate } from './message.schema.ts'

export type Written = { subject: string; text: string; html: string }

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Values a text is chosen by, and the one that means that there is nothing: never written as they stand. */
const CHOOSING = new Set(['party', 'modality', 'kind', 'gender'])
const NOTHING = 'none'

/** Days are written out; in a line from right to left a name keeps its own direction. */
const readable = (locale: ServerLocale, params: Params): Params => Object.fromEntries(Object.entries(params).map(([name, value]) => {
  if (typeof value !== 'string') return [name, value]
  if (isDay(value)) return [name, dayText(locale, value)]
  return [name, directionOf(locale) === 'rtl' && !CHOOSING.has(name) && value !== NOTHING ? `\u2068${value}\u2069` : value]
}))

const style = {
  body: 'margin:0;padding:24px;background:#f7f6f2;font-family:Inter,system-ui,-apple-system,sans-serif;font-size:16px;line-height:1.5;color:#1b2224',
  sheet: 'max-width:560px;margin:0 auto;padding:24px 28px;background:#ffffff;border:1px solid #dfdcd3;border-radius:8px',
  heading: 'margin:0 0 16px;font-size:20px;line-height:1.3',
  paragraph: 'margin:0 0 16px',
  button: 'display:inline-block;padding:12px 20px;background:#12564d;border-radius:6px;color:#ffffff;font-weight:600;text-decoration:none',
  quiet: 'margin:24px 0 0;font-size:14px;color:#545b5e',
}

/** A letter in one language, as plain text and as HTML. `params.link`, where there is one, becomes the button. */
export function writeLetter(template: MailTemplate, locale: ServerLocale, { link, ...given }: Params): Written {
  const t = textsIn<keyof typeof nb>({ nb, nn, en, uk, ar }, locale)
  const params = readable(locale, given)
  const subject = t(`${template}.subject`, given)
  const paragraphs = [t('greeting'), ...t(`${template}.body`, params).split('\n\n')]
  const button = t(`${template}.button`, params)
  const closing = t('closing', params)
  const text = [...paragraphs, ...(link ? [`${button}:\n${link}`] : []), closing].join('\n\n')
  return { subject, text, html: page(locale, subject, html`${paragraphs.map((one) => html`<p style="${style.paragraph}">${one}</p>`)}
${link !== undefined && html`<p style="${style.paragraph}"><a href="${link}" style="${style.button}">${button}</a></p>`}
<p style="${style.quiet}">${closing.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`) }
}

const page = (locale: ServerLocale, subject: string, body: Html): string => html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body dir="${directionOf(locale)}" style="${style.body}">
<div style="${style.sheet}">
<h1 style="${style.heading}">${subject}</h1>
${body}
</div>
</body>
</html>
`.text
