import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { DateField } from '#web/ui/DateField.tsx'
import type { FieldProps, LabelProps } from '#web/ui/field.ts'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Select } from '#web/ui/Select.tsx'
import type { FactField } from '../legal-facts.schema.ts'
import { LegalFacts, PersonDates, SaveLegalFactsInput } from '../legal-facts.schema.ts'
import { showsRights } from './words.ts'

type Rights = Output<'programme.getRights'>
type Bound<V> = FieldProps<V> & LabelProps

/** Where in the form a fact stands: on the person, in a column of its own, or among the further ones. */
const placeOf = (name: string): string => (Object.hasOwn(PersonDates.shape, name) ? `person.${name}` : Object.hasOwn(LegalFacts.shape, name) ? `facts.${name}` : `more.${name}`)

function FactInput({ fact, bound }: { fact: FactField; bound: Bound<unknown> }) {
  const t = useText('decision')
  const { value, onChange, ...rest } = { ...bound, optional: false }
  if (fact.kind === 'date') return <DateField {...rest} value={typeof value === 'string' ? value : null} onChange={(next) => onChange(next ?? null)} />
  if (fact.kind === 'number') return <NumberField {...rest} value={typeof value === 'number' ? value : null} onChange={(next) => onChange(next ?? null)} />
  if (fact.kind === 'choice') return <Select {...rest} empty={t('facts.unknown')} value={typeof value === 'string' ? value : null} onChange={(next) => onChange(next ?? null)} options={fact.options} />
  return <Select {...rest} empty={t('facts.unknown')} value={value === true ? 'yes' : value === false ? 'no' : null} onChange={(next) => onChange(next === undefined ? null : next === 'yes')}
    options={[{ value: 'yes', label: t('facts.yes') }, { value: 'no', label: t('facts.no') }]} />
}

/** Asks for some of the facts the law rests on, and saves all of them together. */
export function FactForm({ rights, facts, onDone, onCancel }: { rights: Rights; facts: readonly FactField[]; onDone?: () => void; onCancel?: () => void }) {
  const t = useText('decision')
  const [newFactsId] = useState(newId)
  const save = useCommand('programme.saveLegalFacts', { refreshes: showsRights, success: t('facts.saved'), onDone })
  const { id, version, personVersion, legal, person, more } = rights.facts
  return (
    <Form schema={SaveLegalFactsInput} initial={{ id: id ?? newFactsId, personId: rights.personId, ...(version !== null && { version }), personVersion, facts: legal, person, more }} submit={t('facts.save')}
      onSubmit={save.run} refusals={save.refusals} pending={save.pending} onReload={() => { void save.refresh() }} onCancel={onCancel}>
      {({ field }) => (
        <div className="law-fact-grid">
          {/* reason for the casts: which facts are asked for is known only at run time, and the shape checks each at its place */}
          {facts.map((fact) => <FactInput key={fact.name} fact={fact} bound={field(placeOf(fact.name) as 'personId', fact.label) as Bound<unknown>} />)}
        </div>
      )}
    </Form>
  )
}
