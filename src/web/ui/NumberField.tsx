import { Input } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { FieldProps, LabelProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { readNumber, writeNumber } from './typing.ts'

type Props = FieldProps<number> & LabelProps & { unit?: string }

/** A number typed the Norwegian way (37,5); what is not a number becomes NaN, which the shape refuses. */
export function NumberField({ label, description, error, optional, value, onChange, unit, ...rest }: Props) {
  const [typed, setTyped] = useState<string>()
  const shown = typed !== undefined && Object.is(readNumber(typed), value ?? undefined) ? typed : writeNumber(value ?? undefined)
  return (
    <FieldFrame label={unit === undefined ? label : `${label} (${unit})`} description={description} error={error} optional={optional}>
      <Input {...rest} inputMode="decimal" autoComplete="off" className="field--short" value={shown} aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => { setTyped(event.target.value); onChange(readNumber(event.target.value)) }} />
    </FieldFrame>
  )
}
