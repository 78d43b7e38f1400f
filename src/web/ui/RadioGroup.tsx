import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react'
import { useId } from 'react'
import { useText } from '../i18n.tsx'
import type { FieldProps, LabelProps } from './field.ts'
import type { Option } from './Select.tsx'

type Props<V extends string> = FieldProps<V> & LabelProps & { options: readonly Option<V>[] }

/** One of a few, all in sight. */
export function RadioGroup<V extends string>({ id, name, label, description, error, optional, value, onChange, options, disabled }: Props<V>) {
  const t = useText('shell')
  const group = useId()
  return (
    <Fieldset>
      <Fieldset.Legend>{label}{optional && <span className="field-optional"> {t('field.optional')}</span>}</Fieldset.Legend>
      {description !== undefined && <Fieldset.Description>{description}</Fieldset.Description>}
      {options.map((option, index) => (
        <Radio key={option.value} id={index === 0 ? id : undefined} name={`${name ?? ''}${group}`} label={option.label} description={option.description}
          value={option.value} disabled={disabled} checked={value === option.value} onChange={() => onChange(option.value)} />
      ))}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  )
}
