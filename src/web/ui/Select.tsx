import { Select as DsSelect } from '@digdir/designsystemet-react'
import { useText } from '../i18n.tsx'
import type { FieldProps, LabelProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'

export type Option<V extends string> = { value: V; label: string; description?: string }

type Props<V extends string> = FieldProps<V> & LabelProps & { options: readonly Option<V>[]; /** Text of "nothing chosen". */ empty?: string; hideLabel?: boolean }

/** One of few (up to about fifteen); for more, Combobox. */
export function Select<V extends string>({ label, description, error, optional, hideLabel, value, onChange, options, empty, ...rest }: Props<V>) {
  const t = useText('shell')
  return (
    <FieldFrame label={label} description={description} error={error} optional={optional} hideLabel={hideLabel}>
      <DsSelect {...rest} width="auto" className="field--select" value={value ?? ''} aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value)}>
        <DsSelect.Option value="">{empty ?? t('field.choose')}</DsSelect.Option>
        {options.map((option) => <DsSelect.Option key={option.value} value={option.value}>{option.label}</DsSelect.Option>)}
      </DsSelect>
    </FieldFrame>
  )
}
