import { Fieldset } from '@digdir/designsystemet-react'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { FactShape } from './fact-shape.ts'

type Props = { id: string; shape: FactShape; value: unknown; onChange: (value: unknown) => void; error?: string; help?: string; /** Inside a row of a list. */ inside?: boolean }
type Parts = Record<string, unknown>

const MOST_RADIOS = 5
const UNKNOWN = ''
const words = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value)
const rowsOf = (value: unknown): Parts[] => (Array.isArray(value) ? value.filter(isParts) : [])

/** Without the parts that are empty: what is left out is unknown. */
const filled = (parts: Parts): Parts => Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))

/** One of a closed list, or not known. */
function OneField({ shape, value, onChange, ...rest }: Props & { shape: Extract<FactShape, { kind: 'one' }> }) {
  const t = useText('what-if')
  const common = { id: rest.id, name: rest.id, label: shape.title, error: rest.error, description: rest.help }
  if (shape.options.length > MOST_RADIOS || rest.inside) return <Select {...common} value={words(value)} onChange={onChange} options={shape.options} empty={t('fact.unknown')} />
  return <RadioGroup {...common} value={words(value) ?? UNKNOWN} onChange={(next) => onChange(next === UNKNOWN ? undefined : next)} options={[...shape.options, { value: UNKNOWN, label: t('fact.unknown') }]} />
}

function YesNoField({ shape, value, onChange, ...rest }: Props) {
  const t = useText('what-if')
  const shown = typeof value === 'boolean' ? String(value) : UNKNOWN
  return <div className="fact-inline"><RadioGroup id={rest.id} name={rest.id} label={shape.title} error={rest.error} description={rest.help} value={shown} onChange={(next) => onChange(next === UNKNOWN || next === undefined ? undefined : next === 'true')}
    options={[{ value: 'true', label: t('fact.yes') }, { value: 'false', label: t('fact.no') }, { value: UNKNOWN, label: t('fact.unknown') }]} /></div>
}

/** Any of a closed list; that it is none of them is said, so that it is not taken for unknown. */
function SeveralField({ shape, value, onChange, ...rest }: Props & { shape: Extract<FactShape, { kind: 'several' }> }) {
  const t = useText('what-if')
  const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined
  return (
    <div className="fact-several">
      <CheckboxGroup id={rest.id} label={shape.title} error={rest.error} description={rest.help} value={chosen} onChange={onChange} options={shape.options} />
      <Checkbox label={t('fact.none')} value={chosen?.length === 0} onChange={(none) => onChange(none ? [] : undefined)} />
    </div>
  )
}

function PartFields({ id, parts, value, onChange }: { id: string; parts: Record<string, FactShape>; value: Parts; onChange: (value: Parts) => void }) {
  return Object.entries(parts).map(([name, part]) => <FactField key={name} id={`${id}.${name}`} shape={part} value={value[name]} inside onChange={(next) => onChange(filled({ ...value, [name]: next }))} />)
}

/** A list of things with parts: rows that are added and taken away; none is said. */
function RowsField({ id, shape, value, onChange, error, help }: Props & { shape: Extract<FactShape, { kind: 'rows' }> }) {
  const t = useText('what-if')
  const rows = rowsOf(value)
  return (
    <div id={id} tabIndex={-1} className="fact-several"><Fieldset>
      <Fieldset.Legend>{shape.title}</Fieldset.Legend>
      {help !== undefined && <Fieldset.Description>{help}</Fieldset.Description>}
      {error !== undefined && <p className="fact-error">{error}</p>}
      {rows.map((row, at) => (
        // a row has no name of its own: its place is its key
        <div key={at} className="fact-row" role="group" aria-label={t('fact.row', { title: shape.title, number: at + 1 })}>
          <PartFields id={`${id}.${at}`} parts={shape.parts} value={row} onChange={(next) => onChange(rows.with(at, next))} />
          <Button kind="quiet" icon="bin" onClick={() => onChange(rows.length === 1 ? undefined : rows.toSpliced(at, 1))}>{t('fact.remove')}</Button>
        </div>
      ))}
      <div className="cluster"><Button icon="plus" onClick={() => onChange([...rows, {}])}>{t('fact.add')}</Button></div>
      {rows.length === 0 && <Checkbox label={t('fact.noRows')} value={Array.isArray(value)} onChange={(none) => onChange(none ? [] : undefined)} />}
    </Fieldset></div>
  )
}

/** The field a fact is filled in by, made from its shape. Empty is not known. */
export function FactField(props: Props) {
  const { id, shape, value, onChange, error, help } = props
  const common = { id, name: id, label: shape.title, error, description: help, onChange }
  switch (shape.kind) {
    case 'one': return <OneField {...props} shape={shape} />
    case 'yesNo': return <YesNoField {...props} />
    case 'several': return <SeveralField {...props} shape={shape} />
    case 'rows': return <RowsField {...props} shape={shape} />
    case 'group': return <Fieldset><Fieldset.Legend>{shape.title}</Fieldset.Legend><PartFields id={id} parts={shape.parts} value={isParts(value) ? value : {}} onChange={onChange} /></Fieldset>
    case 'day': return <DateField {...common} value={words(value)} />
    case 'number': return <NumberField {...common} value={typeof value === 'number' ? value : undefined} />
    case 'money': return <NumberField {...common} unit="kr" value={typeof value === 'number' ? value / 100 : undefined} onChange={(kroner) => onChange(kroner === undefined ? undefined : Math.round(kroner * 100))} />
    case 'text': return <TextField {...common} value={words(value)} />
  }
}
