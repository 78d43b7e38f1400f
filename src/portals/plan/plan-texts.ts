import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import uk from './messages/uk.json' with { type: 'json' }

export type PlanPageText = keyof typeof nb

/** The texts around a participant's plan, on her own pages and behind a mailed link. */
export const planTexts = (locale: ServerLocale): Text<PlanPageText> => textsIn<PlanPageText>({ nb, nn, en, uk, ar }, locale)
