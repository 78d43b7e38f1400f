import { Button, Input } from '@digdir/designsystemet-react'
import { useRef, useState } from 'react'
import { useText } from '../i18n.tsx'
import { useMe } from '../me.tsx'
import type { FieldProps, LabelProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { readDate, writeDate } from './typing.ts'

/**
 * A day, typed (1.2.2026, 010226) or taken from the browser's own calendar. The value is `YYYY-MM-DD`; what cannot be
 * read as a day stays as typed, so that the shape refuses it and nothing is lost in silence.
 */
export function DateField({ label, description, error, optional, value, onChange, onBlur, ...rest }: FieldProps<string> & LabelProps) {
  const t = useText('shell')
  const thisYear = Number(useMe().today.slice(0, 4))
  const [typed, setTyped] = useState<string>()
  const picker = useRef<HTMLInputElement>(null)
  const take = (text: string): void => onChange(text.trim() === '' ? undefined : readDate(text, thisYear) ?? text)
  return (
    <FieldFrame label={label} description={description ?? t('date.help')} error={error} optional={optional}>
      <div className="date-field">
        <Input {...rest} className="field--short" autoComplete="off" inputMode="text" value={typed ?? writeDate(value ?? '')} aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => { setTyped(event.target.value); take(event.target.value) }} onBlur={() => { setTyped(undefined); onBlur?.() }} />
        <Button variant="tertiary" icon aria-label={t('date.pick', { label })} disabled={rest.disabled} onClick={() => picker.current?.showPicker()}><Icon name="calendar" /></Button>
        <input ref={picker} className="date-field__picker" type="date" tabIndex={-1} aria-hidden="true" value={readDate(value ?? '', thisYear) ?? ''}
          onChange={(event) => { setTyped(undefined); take(event.target.value) }} />
      </div>
    </FieldFrame>
  )
}
