import sanitize from 'sanitize-html'

const REL = 'nofollow noopener noreferrer'

/** The address when it is an ordinary web address without a user name in it, else undefined. */
export function webAddress(text: string | null | undefined): string | undefined {
  const url = text && URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' ? url.href : undefined
}

function link(_tag: string, attributes: sanitize.Attributes): sanitize.Tag {
  const href = webAddress(attributes.href)
  return href ? { tagName: 'a', attribs: { href, rel: REL } } : { tagName: 'span', attribs: {} }
}

/** Words, paragraphs, lists, small headings and web links; nothing that draws, runs, loads or catches the eye. */
const RULES: sanitize.IOptions = {
  allowedTags: ['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'b', 'i', 'h3', 'h4', 'a'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'template', 'title', 'xmp', 'noembed', 'noframes'],
  transformTags: { a: link, h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4', div: 'p' },
  nestingLimit: 40,
  enforceHtmlBoundary: false,
}

/** An advertisement's text made safe to show: see `RULES`. Entities come out as the letters they stand for. */
export const cleanAdvertHtml = (html: string): string => sanitize(html, RULES).trim()
