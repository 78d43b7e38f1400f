import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/host.ar.json' with { type: 'json' }
import en from './messages/host.en.json' with { type: 'json' }
import nb from './messages/host.nb.json' with { type: 'json' }
import nn from './messages/host.nn.json' with { type: 'json' }
import uk from './messages/host.uk.json' with { type: 'json' }

export type HostText = keyof typeof nb

/** What an employer at a meeting day reads: the invitation, the list of the day, the thanks. */
export const hostTexts = (locale: ServerLocale): Text<HostText> => textsIn<HostText>({ nb, nn, en, uk, ar }, locale)
