import { Checkbox as DsCheckbox } from '@digdir/designsystemet-react'
import type { FieldProps, LabelProps } from './field.ts'

/** Yes or no. */
export function Checkbox({ label, description, error, optional: _optional, value, onChange, ...rest }: FieldProps<boolean> & LabelProps) {
  return <DsCheckbox {...rest} label={label} description={description} error={error} checked={value ?? false} onChange={(event) => onChange(event.target.checked)} />
}
