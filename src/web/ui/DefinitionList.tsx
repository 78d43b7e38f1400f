import type { ReactNode } from 'react'
import { useText } from '../i18n.tsx'

export type Fact = { term: string; value: ReactNode }

/** Facts with their names. What is not known says so. */
export function DefinitionList({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 }) {
  const t = useText('shell')
  return (
    <dl className={`facts facts--${columns}`}>
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value === undefined || value === null || value === '' ? <span className="unknown">{t('unknown')}</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
