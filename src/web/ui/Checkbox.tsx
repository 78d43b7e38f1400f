import { Checkbox as DsCheckbox } from '@digdir/designsystemet-react'
import type { FieldProps, LabelProps } from './field.ts'

/** Yes or no. */
export function Checkbox({ id, name, label, description, error, value, onChange, onBlur, disabled }: FieldProps<boolean> & LabelProps) {
  return <DsCheckbox id={id} name={name} onBlur={onBlur} disabled={disabled} label={label} description={description} error={error} checked={value ?? false} onChange={(event) => onChange(event.target.checked)} />
}
