import { Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react'
import { useText } from '../i18n.tsx'
import type { FieldProps, LabelProps } from './field.ts'

type Props = FieldProps<string> & LabelProps & { rows?: number; /** Most characters; shows how many are left. */ limit?: number }

/** Several lines of text. */
export function TextArea({ label, description, error, optional, value, onChange, rows = 4, limit, ...rest }: Props) {
  const t = useText('shell')
  return (
    <Field>
      <Label weight="medium">{label}{optional && <span className="field-optional"> {t('field.optional')}</span>}</Label>
      {description !== undefined && <Field.Description>{description}</Field.Description>}
      <Textarea {...rest} rows={rows} value={value ?? ''} aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)} />
      {limit !== undefined && <Field.Counter limit={limit} under={t('field.counter.under')} over={t('field.counter.over')} />}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  )
}
