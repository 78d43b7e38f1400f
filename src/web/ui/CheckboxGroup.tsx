import { Checkbox, Fieldset, ValidationMessage } from '@digdir/designsystemet-react'
import { useText } from '../i18n.tsx'
import type { FieldProps, LabelProps } from './field.ts'
import type { Option } from './Select.tsx'

type Props<V extends string> = FieldProps<V[]> & LabelProps & { options: readonly Option<V>[] }

/** Any number of few. */
export function CheckboxGroup<V extends string>({ id, label, description, error, optional, value, onChange, options, disabled }: Props<V>) {
  const t = useText('shell')
  const chosen = value ?? []
  const toggle = (one: V): void => {
    const next = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <Fieldset>
      <Fieldset.Legend>{label}{optional && <span className="field-optional"> {t('field.optional')}</span>}</Fieldset.Legend>
      {description !== undefined && <Fieldset.Description>{description}</Fieldset.Description>}
      {options.map((option, index) => (
        <Checkbox key={option.value} id={index === 0 ? id : undefined} label={option.label} description={option.description} value={option.value}
          disabled={disabled} checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
      ))}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  )
}
