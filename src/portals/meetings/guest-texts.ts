import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/guest.ar.json' with { type: 'json' }
import en from './messages/guest.en.json' with { type: 'json' }
import nb from './messages/guest.nb.json' with { type: 'json' }
import nn from './messages/guest.nn.json' with { type: 'json' }
import uk from './messages/guest.uk.json' with { type: 'json' }

export type GuestText = keyof typeof nb

/** What a guest of a meeting day reads: the invitation, the day itself, the thanks. */
export const guestTexts = (locale: ServerLocale): Text<GuestText> => textsIn<GuestText>({ nb, nn, en, uk, ar }, locale)
