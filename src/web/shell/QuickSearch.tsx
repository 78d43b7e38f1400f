import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useText } from '../i18n.tsx'
import { useMay } from '../me.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useShortcut } from './shortcuts.ts'
import { sliceRoutes } from './slices.ts'

/** Finds people from everywhere. What is typed travels outside the address, since addresses are logged. */
export function QuickSearch() {
  const t = useText('shell')
  const may = useMay()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  useShortcut('/', () => input.current?.focus())
  const people = sliceRoutes.find((route) => route.path === '/people')
  if (!people || !may(people.permission)) return <div className="topbar__search" />
  const search = (): void => { void navigate({ to: '/people', state: (now) => ({ ...now, quickSearch: typed.trim() }) }) }
  return (
    <div className="topbar__search">
      <SearchField ref={input} label={t('search.people')} placeholder={t('search.placeholder')} value={typed} onChange={setTyped} onSubmit={search} />
    </div>
  )
}
