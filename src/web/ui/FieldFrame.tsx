import { Field, Label, ValidationMessage } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n.tsx'

type Props = { label: string; description?: string; error?: string; optional?: boolean; hideLabel?: boolean; className?: string; children: ReactNode }

/** Label, help, the control and its error. Designsystemet ties them together for those who listen. */
export function FieldFrame({ label, description, error, optional, hideLabel, className, children }: Props) {
  const t = useText('shell')
  return (
    <Field className={className}>
      <Label className={hideLabel ? 'ds-sr-only' : undefined} weight="medium">
        {label}{optional && <span className="field-optional"> {t('field.optional')}</span>}
      </Label>
      {description !== undefined && <Field.Description>{description}</Field.Description>}
      {children}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  )
}
