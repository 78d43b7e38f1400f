import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { choices, enactedRules, parameters } from '#rules/registry.ts'
import { valueOn } from '#rules/parameter.ts'
import { LAW_AS_OF } from '#rules/rule.ts'
import { explainChoice, explainEnacted, explainValue } from './catalogue.ts'
import { loadChoices, loadCommencements, loadValues } from './load-entries.ts'
import { loadGrounds } from './load-grounds.ts'
import { ruleText } from './rule-texts.ts'
import { localeFor } from './rules.schema.ts'
import { mayChoose, mayCommence, mayEnter, missingAhead } from './settings.core.ts'
import type { RuleSettings as Settings } from './settings.schema.ts'
import { ChooseInput, CommenceInput, EnterValueInput, ListSettingsInput, RuleSettings } from './settings.schema.ts'

const permission = 'rules.manage' as const
const Saved = z.object({ id: Id })
const subjects = (): string[] => []
const current = <E extends { isCurrent: boolean }>(entries: readonly E[]): E | undefined => entries.find(({ isCurrent }) => isCurrent)
const named = <E extends { name: string }>(entries: readonly E[], name: string): E[] => entries.filter((one) => one.name === name)

/** Enters a figure from a day on, corrects one, repeals one, or withdraws a mistaken entry. Answers are new rows; nothing is changed. */
export const enterValue = operation({
  permission, input: EnterValueInput, output: Saved, subjects,
  async run({ tx }, input) {
    const last = current(named(await loadValues(tx), input.name).filter(({ appliesFrom }) => appliesFrom === input.appliesFrom))
    refuseIf(mayEnter(input, last?.id))
    await tx.insertInto('ruleValue').values(input).execute()
    return { id: input.id }
  },
})

/** Chooses how the municipality reads what the law leaves open, with reason and source; the former choice is kept. */
export const choose = operation({
  permission, input: ChooseInput, output: Saved, subjects,
  async run({ tx }, input) {
    refuseIf(mayChoose(input, current(named(await loadChoices(tx), input.name))?.id))
    await tx.insertInto('ruleChoice').values(input).execute()
    return { id: input.id }
  },
})

/** Enters the day an enacted rule came into force. */
export const commence = operation({
  permission, input: CommenceInput, output: Saved, subjects,
  async run({ tx }, input) {
    refuseIf(mayCommence(input, current(named(await loadCommencements(tx), input.name))?.id))
    await tx.insertInto('ruleCommencement').values(input).execute()
    return { id: input.id }
  },
})

const actionsOf = ({ actor }: Context): Settings['actions'] => (actor.permissions.includes(permission) ? ['enterValue', 'choose', 'commence'] : [])

/** Figures with their history and source, choices and commencements, and the figures that will be missing. */
export const listSettings = operation({
  permission: 'rules.ask', reads: true, input: ListSettingsInput, output: RuleSettings, subjects,
  async run(context, { locale: asked }) {
    const { tx, today, actor } = context
    const locale = localeFor(asked, actor.locale)
    const [values, chosen, commenced] = [await loadValues(tx), await loadChoices(tx), await loadCommencements(tx)]
    const { entered, settings } = await loadGrounds(tx)
    const missing = missingAhead(parameters, today, entered).map((one) => ({ ...one, label: ruleText(locale, `value.${one.name}`) }))
    return {
      lawAsOf: plainDate(LAW_AS_OF), missing, actions: actionsOf(context),
      values: parameters.map((one) => {
        const now = valueOn(one, today, entered)
        return { ...explainValue(locale, one), ...(now && { today: { from: now.from, value: now.value } }), missingFrom: missing.find(({ name }) => name === one.name)?.on, entered: named(values, one.name) }
      }),
      choices: choices.map((one) => ({ ...explainChoice(locale, one), chosen: settings.choices[one.name] ?? null, entered: named(chosen, one.name) })),
      enacted: enactedRules.map((one) => ({ ...explainEnacted(locale, one), commencedOn: settings.commenced[one.name] ?? null, entered: named(commenced, one.name) })),
    }
  },
})
