import type { Choice, Enacted } from './choice.ts'
import type { Parameter } from './parameter.ts'
import type { AnyRule } from './rule.ts'

/** One folder of rules: what belongs together in the law. */
export type Topic = { name: string; rules: readonly AnyRule[]; parameters: readonly Parameter[]; choices: readonly Choice[]; enacted: readonly Enacted[] }
