import { Search } from '@digdir/designsystemet-react'
import type { Ref } from 'react'
import { useText } from '../i18n.tsx'

type Props = { label: string; value: string; onChange: (value: string) => void; onSubmit?: () => void; placeholder?: string; ref?: Ref<HTMLInputElement> }

/** A search box whose name is read aloud but not drawn. */
export function SearchField({ label, value, onChange, onSubmit, placeholder, ref }: Props) {
  const t = useText('shell')
  return (
    <form role="search" aria-label={label} className="search-field" onSubmit={(event) => { event.preventDefault(); onSubmit?.() }}>
      <Search>
        <Search.Input ref={ref} aria-label={label} placeholder={placeholder} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
        <Search.Clear aria-label={t('search.clear')} onClick={() => onChange('')} />
      </Search>
    </form>
  )
}
