import { Input } from '@digdir/designsystemet-react'
import type { HTMLInputAutoCompleteAttribute } from 'react'
import type { FieldProps, LabelProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'

type Props = FieldProps<string> & LabelProps & {
  type?: 'text' | 'email' | 'tel' | 'url'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'numeric' | 'decimal' | 'text'
  /** Width by what is expected in it. */
  width?: 'short' | 'medium'
  autoFocus?: boolean
}

/** One line of text. An emptied field has no value, so that "missing" means one thing. */
export function TextField({ label, description, error, optional, value, onChange, width, type = 'text', autoComplete = 'off', ...rest }: Props) {
  return (
    <FieldFrame label={label} description={description} error={error} optional={optional}>
      <Input {...rest} type={type} autoComplete={autoComplete} className={width && `field--${width}`} value={value ?? ''}
        aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)} />
    </FieldFrame>
  )
}
