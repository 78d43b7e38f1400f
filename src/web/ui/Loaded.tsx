import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'

/** Draws an answer when it is there; until then its shape, and a way to try again when it failed. */
export function Loaded<T>({ query, rows, children }: { query: UseQueryResult<T>; rows?: number; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <div className="loaded" aria-busy={query.isPlaceholderData || undefined}>{children(query.data)}</div>
  if (query.isError) return <ErrorState error={query.error} onRetry={() => { void query.refetch() }} />
  return <Loading rows={rows} />
}
