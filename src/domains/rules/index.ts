import { askOne, compare, listRules } from './ask.operations.ts'
import { choose, commence, enterValue, listSettings } from './settings.operations.ts'

export { compareAnswers } from './compare-answers.ts'
export { answerFor, refusalTexts } from './answer-for.ts'
export { catalogueOf } from './catalogue.ts'
export { explain } from './explain.ts'
export { explainRule } from './explain-rule.ts'
export { loadGrounds } from './load-grounds.ts'
export { ruleText } from './rule-texts.ts'

/** The operations of this slice, by name. */
export const rulesOperations = {
  'rules.list': listRules,
  'rules.ask': askOne,
  'rules.compare': compare,
  'rules.listSettings': listSettings,
  'rules.enterValue': enterValue,
  'rules.choose': choose,
  'rules.commence': commence,
}
