import { operation } from '#platform/operation.ts'
import { enforce } from '#platform/problem.ts'
import type { Asked } from './ask.core.ts'
import { askByName } from './ask.core.ts'
import { Catalogue, ListInput } from './catalogue.schema.ts'
import { catalogueOf } from './catalogue.ts'
import { compareAnswers } from './compare-answers.ts'
import { explainAsked } from './explain.ts'
import { loadGrounds } from './load-grounds.ts'
import { AskInput, CompareInput, Compared, ExplainedAnswer, localeFor } from './rules.schema.ts'

const permission = 'rules.ask' as const
/** What is asked is hypothetical: nobody is concerned, nothing is kept. */
const subjects = (): string[] => []

/** Every rule there is, or one, with what it needs and where it comes from. */
export const listRules = operation({
  permission, reads: true, input: ListInput, output: Catalogue, subjects,
  async run({ actor }, { rule, locale }) { return enforce(catalogueOf(localeFor(locale, actor.locale), rule)) },
})

/** A question to one rule, answered with its steps and their places in the law. */
export const askOne = operation({
  permission, reads: true, input: AskInput, output: ExplainedAnswer, subjects,
  async run({ tx, actor }, { locale, at, ...question }) {
    return explainAsked(enforce(askByName(question, await loadGrounds(tx, { at }))), localeFor(locale, actor.locale))
  },
})

/** The same facts on another day, or with other choices: both answers, and what differs. */
export const compare = operation({
  permission, reads: true, input: CompareInput, output: Compared, subjects,
  async run({ tx, actor }, { rule, facts, locale, ...sides }) {
    const grounds = await loadGrounds(tx)
    const asked = (side: typeof sides.first): Asked => enforce(askByName({ rule, facts, ...side }, grounds))
    const [first, second] = [asked(sides.first), asked(sides.second)]
    const words = localeFor(locale, actor.locale)
    return { ...compareAnswers(first.answer, second.answer, words), first: explainAsked(first, words), second: explainAsked(second, words) }
  },
})
