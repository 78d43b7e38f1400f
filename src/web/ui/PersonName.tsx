import type { ReactNode } from 'react'
import { useText } from '../i18n.tsx'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'

type Props = { name: string; to?: string; search?: Record<string, unknown>; /** The address is protected: marked in words too. */ protectedAddress?: boolean }

/** A person's name in its own direction, whatever is written around it. */
export function PersonName({ name, to, search, protectedAddress }: Props) {
  const t = useText('shell')
  const written: ReactNode = <bdi>{name}</bdi>
  return (
    <span className="person-name">
      {to === undefined ? written : <Link to={to} search={search}>{written}</Link>}
      {protectedAddress && <span className="person-name__protected"><Icon name="lock" size={16} /> {t('person.protected')}</span>}
    </span>
  )
}
