import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/wall.ar.json' with { type: 'json' }
import en from './messages/wall.en.json' with { type: 'json' }
import nb from './messages/wall.nb.json' with { type: 'json' }
import nn from './messages/wall.nn.json' with { type: 'json' }
import uk from './messages/wall.uk.json' with { type: 'json' }

export type WallText = keyof typeof nb

/** The few words of the wall screen. */
export const wallTexts = (locale: ServerLocale): Text<WallText> => textsIn<WallText>({ nb, nn, en, uk, ar }, locale)
