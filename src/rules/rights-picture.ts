import type { PlainDate } from '#shared/date.ts'
import type { Facts } from './facts.ts'
import { topics } from './registry.ts'
import type { Answer, Grounds } from './rule.ts'
import { decideRule, noGrounds } from './rule.ts'

/** Topics whose rules say something about one person's rights, duties and time limits. */
const personal = ['introduction-programme', 'collective-protection', 'norwegian-training']
/** Among them, those about somebody else than the participant. */
const aboutOthers = ['norwegian.teacher']
const asked = topics.filter(({ name }) => personal.includes(name)).flatMap(({ rules }) => rules).filter(({ name }) => !aboutOthers.includes(name))

/**
 * The whole picture of one person's rights and time limits: every rule of the programme, of collective protection and of
 * Norwegian, asked on the facts known. What cannot be decided says itself what is missing. Pure; the answers are by the name of the rule.
 */
export const rightsPicture = (facts: Facts, on: PlainDate, grounds: Grounds = noGrounds): Record<string, Answer<unknown>> =>
  Object.fromEntries(asked.map((rule) => [rule.name, decideRule(rule as never, facts, on, grounds)])) // reason for the cast: the facts of any rule are among all facts
