import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import uk from './messages/uk.json' with { type: 'json' }

export type PortalText = keyof typeof nb
export type PortalTexts = Text<PortalText>

const catalogues = { nb, nn, en, uk, ar }

/** The texts of the participant's pages in her language. */
export const portalTexts = (locale: ServerLocale): PortalTexts => textsIn<PortalText>(catalogues, locale)

/** The key, where it is one of ours: for keys made of data. */
export const findKey = (key: string): PortalText | undefined => (isKey(key) ? key : undefined)
const isKey = (key: string): key is PortalText => Object.hasOwn(nb, key)

/** Each language in its own writing. */
export const languageNames: Record<ServerLocale, string> = { nb: 'Norsk bokmål', nn: 'Norsk nynorsk', en: 'English', uk: 'Українська', ar: 'العربية' }
