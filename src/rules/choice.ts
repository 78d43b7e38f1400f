import type { PlainDate } from '#shared/date.ts'
import type { Source } from './source.ts'

/**
 * What the law leaves open, or what was not found (certainty U): the municipality chooses, and says why. Until it has, a
 * rule that meets the question answers that it cannot be decided. Texts: `choice.<name>`, `choice.<name>.<option>`.
 */
export type Choice = {
  name: string
  options: readonly string[]
  /** What is unclear, and where. */
  source: Source
  /** Who must be asked before one relies on an answer (a short name: IMDi, statsforvalteren, Nav …). */
  ask: string
}

/** Declares a choice; the identity function, for its types. */
export const choice = <const C extends Choice>(one: C): C => one

/**
 * A rule that is enacted and not in force: loaded, and off until the municipality enters the day it is commenced.
 * `null` is not a guess: it is what the law said on the day it was read (`asOf`). Text: `enacted.<name>`.
 */
export type Enacted = { name: string; source: Source; asOf: PlainDate }

/** Declares an enacted rule that waits for its commencement. */
export const enacted = (one: Enacted): Enacted => one

/** What a municipality has set: choices by name, and the days enacted rules came into force. */
export type Settings = {
  choices: Readonly<Record<string, string>>
  commenced: Readonly<Record<string, PlainDate>>
}

/** Nothing chosen, nothing commenced. */
export const noSettings: Settings = { choices: {}, commenced: {} }
