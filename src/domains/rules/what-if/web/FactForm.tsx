import type { Refusal } from '#shared/decision.ts'
import { useRefusalText, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { FactField } from './FactField.tsx'
import type { FactShape } from './fact-shape.ts'
import { fieldId, type WhatIfQuestion } from './useQuestion.ts'

const ON = 'question-on'
const factOf = (path: string | undefined): string | undefined => (path?.startsWith('facts.') ? path.split('.')[1] : undefined)

/** The fields of a rule: the days that decide first, then the others. */
export function FactForm({ shapes, decidedBy, question }: { shapes: Record<string, FactShape>; decidedBy: readonly string[]; question: WhatIfQuestion }) {
  const t = useText('what-if')
  const textOf = useRefusalText()
  const names = Object.keys(shapes)
  const order = [...names.filter((name) => decidedBy.includes(name)), ...names.filter((name) => !decidedBy.includes(name))]
  // a screen knows better words for a value that does not fit than a list of names
  const refusals = question.refusals.map((one): Refusal => (one.code === 'facts.unknownValue' ? { code: 'shape.invalid', path: one.path } : one))
  const errorAt = (name: string): string | undefined => { const one = refusals.find(({ path }) => factOf(path) === name); return one && textOf(one) }
  const onError = refusals.find(({ path }) => path === 'on')
  const field = (path: string): { id: string; label?: string } | undefined => {
    if (path === 'on') return { id: ON, label: t('ask.on') }
    const name = factOf(path)
    return name === undefined || shapes[name] === undefined ? undefined : { id: fieldId(name), label: shapes[name].title }
  }
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); question.ask() }}>
      <ErrorSummary refusals={refusals} attempt={question.attempt} field={field} />
      <DateField id={ON} label={t('ask.on')} description={t('ask.onHelp')} value={question.on} onChange={question.setOn} error={onError && textOf(onError)} />
      {order.map((name) => {
        const shape = shapes[name]
        return shape && <FactField key={name} id={fieldId(name)} shape={shape} value={question.facts[name]} onChange={(value) => question.setFact(name, value)} error={errorAt(name)} help={decidedBy.includes(name) ? t('fact.decides') : undefined} />
      })}
      <div className="cluster form__actions"><Button kind="primary" type="submit" pending={question.pending}>{t('ask.submit')}</Button></div>
    </form>
  )
}
