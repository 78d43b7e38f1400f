import { Chip } from '@digdir/designsystemet-react'
import { useText } from '../i18n.tsx'
import { Combobox } from './Combobox.tsx'
import type { FieldProps, LabelProps } from './field.ts'
import type { Option } from './Select.tsx'

type Props = FieldProps<string[]> & LabelProps & {
  options: readonly Option<string>[]
  onSearch?: (typed: string) => void
  searching?: boolean
  /** How a chosen one is written before its option has been fetched. */
  labelOf?: (value: string) => string | undefined
}

/** Any number of many: choose one after the other; each stands as a chip that can be taken off. */
export function MultiCombobox({ value, onChange, options, labelOf, ...rest }: Props) {
  const t = useText('shell')
  const chosen = value ?? []
  const write = (one: string): string => options.find((option) => option.value === one)?.label ?? labelOf?.(one) ?? one
  const set = (next: string[]): void => onChange(next.length === 0 ? undefined : next)
  return (
    <div className="multi">
      <Combobox {...rest} value={undefined} options={options.filter((option) => !chosen.includes(option.value))}
        onChange={(one) => { if (one !== undefined) set([...chosen, one]) }} />
      {chosen.length > 0 && (
        <ul className="multi__chosen">
          {chosen.map((one) => (
            <li key={one}>
              <Chip.Removable aria-label={t('field.remove', { label: write(one) })} disabled={rest.disabled} onClick={() => set(chosen.filter((other) => other !== one))}>{write(one)}</Chip.Removable>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
