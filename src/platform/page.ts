import { stylePath } from './page-style.ts'

/** Markup that is ready for the page. Anything else put into `html` is escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

type Part = Html | string | number | false | null | undefined | readonly Part[]

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

function write(part: Part): string {
  if (part instanceof Html) return part.text
  if (part === false || part === null || part === undefined) return ''
  return typeof part === 'object' ? part.map(write).join('') : escape(String(part))
}

/** A template of HTML: values are escaped, lists joined, false and nothing left out. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((made, text, index) => made + write(parts[index - 1]) + text))

export type PlainPage = {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  body: Html
  /** What stands beside the mark on top. */
  brand?: string
  /** A drawing beside the title. */
  picture?: Html
  /** Between the mark and the page: a menu. */
  above?: Html
  /** Paths of scripts of our own. */
  scripts?: readonly string[]
  /** Paths of further style sheets of our own. */
  styles?: readonly string[]
  /** Without script the page is fetched again after so many seconds. */
  refreshSeconds?: number
  /** `wide` for lists; else as narrow as a letter. */
  width?: 'narrow' | 'wide'
}

const mark = html`<svg class="mark" width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="7"/><path d="M6 24.5h7v-6h6.5v-6H26"/><circle cx="22.8" cy="7.2" r="2.4"/></svg>`

/** A whole page written by the server: works without script, on an old telephone, from right to left. */
export const plainPage = ({ lang, dir, title, body, brand = 'Fotfeste', picture, above, scripts = [], styles = [], refreshSeconds, width = 'narrow' }: PlainPage): string => html`<!doctype html>
<html lang="${lang}" dir="${dir}" data-color-scheme="light" data-size="md">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>${title} – ${brand}</title>
<link rel="icon" type="image/svg+xml" href="/plain/icon.svg">
<link rel="stylesheet" href="${stylePath()}">
${styles.map((path) => html`<link rel="stylesheet" href="${path}">\n`)}${refreshSeconds !== undefined && html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>\n`}${scripts.map((path) => html`<script src="${path}" defer></script>\n`)}</head>
<body class="plain">
<header class="plain__top">${mark}<span>${brand}</span></header>
${above}
<main class="plain__main" data-width="${width}">
<h1 class="ds-heading" data-size="lg">${picture}${title}</h1>
${body}
</main>
</body>
</html>
`.text
