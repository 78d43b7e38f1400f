import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/proof.ar.json' with { type: 'json' }
import en from './messages/proof.en.json' with { type: 'json' }
import nb from './messages/proof.nb.json' with { type: 'json' }
import nn from './messages/proof.nn.json' with { type: 'json' }
import uk from './messages/proof.uk.json' with { type: 'json' }

export type ProofText = keyof typeof nb
export type ProofTexts = Text<ProofText>

/** The texts of her recognition and proof in her language. */
export const proofTexts = (locale: ServerLocale): ProofTexts => textsIn<ProofText>({ nb, nn, en, uk, ar }, locale)
