import { Input } from '@digdir/designsystemet-react'
import { fold } from '#shared/text.ts'
import { useId, useState, type KeyboardEvent } from 'react'
import { useText } from '../i18n.tsx'
import type { FieldProps, LabelProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { Option } from './Select.tsx'

type Props = FieldProps<string> & LabelProps & {
  options: readonly Option<string>[]
  /** Given: the server finds the options, and this hears what is typed. */
  onSearch?: (typed: string) => void
  searching?: boolean
  /** How the chosen one is written before its option has been fetched. */
  valueLabel?: string
}

const MOST = 50

/** Which option the arrow keys lead to; undefined for other keys. */
function moved(key: string, active: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(active + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(active - 1, 0)
  return undefined
}

/** One of many: type, then choose. A listbox steered by the keyboard (WAI-ARIA combobox). */
export function Combobox({ label, description, error, optional, value, onChange, onBlur, options, onSearch, searching, valueLabel, ...rest }: Props) {
  const t = useText('shell')
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const open = typed !== undefined
  const chosen = options.find((option) => option.value === value)
  const found = (onSearch || !typed ? options : options.filter((option) => fold(`${option.label} ${option.description ?? ''}`).includes(fold(typed)))).slice(0, MOST)
  const choose = (option: Option<string> | undefined): void => { onChange(option?.value); setTyped(undefined) }
  const type = (text: string): void => {
    setTyped(text)
    setActive(0)
    onSearch?.(text)
    if (text === '') onChange(undefined)
  }
  const press = (event: KeyboardEvent): void => {
    const next = moved(event.key, open ? active : -1, found.length)
    if (next !== undefined) { event.preventDefault(); setActive(next); setTyped(typed ?? '') }
    if (event.key === 'Enter' && open) { event.preventDefault(); if (found[active]) choose(found[active]) }
    if (event.key === 'Escape' && open) { event.preventDefault(); setTyped(undefined) }
  }
  return (
    <FieldFrame label={label} description={description} error={error} optional={optional} className="combobox">
      <Input {...rest} role="combobox" aria-expanded={open} aria-controls={list} aria-autocomplete="list" autoComplete="off"
        aria-activedescendant={open && found[active] ? `${list}-${active}` : undefined} aria-invalid={error === undefined ? undefined : true}
        value={typed ?? chosen?.label ?? valueLabel ?? ''} onChange={(event) => type(event.target.value)} onKeyDown={press}
        onClick={() => setTyped(typed ?? '')} onBlur={() => { setTyped(undefined); onBlur?.() }} />
      <div id={list} role="listbox" aria-label={label} className="combobox__list" hidden={!open}>
        {found.map((option, index) => (
          <div key={option.value} id={`${list}-${index}`} role="option" aria-selected={index === active} tabIndex={-1}
            onMouseDown={(event) => { event.preventDefault(); choose(option) }}>
            <span>{option.label}</span>{option.description !== undefined && <small>{option.description}</small>}
          </div>
        ))}
      </div>
      <p role="status" className={open && (searching || found.length === 0) ? 'combobox__status' : 'ds-sr-only'}>
        {open ? (searching ? t('search.searching') : t('search.found', { count: found.length })) : ''}
      </p>
    </FieldFrame>
  )
}
