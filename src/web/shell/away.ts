import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { isAway } from '../problem.ts'

const anyAway = (client: QueryClient): boolean => client.getQueryCache().getAll()
  .some(({ state }) => state.fetchStatus === 'fetching' && isAway(state.fetchFailureReason))
  || client.getMutationCache().getAll().some(({ state }) => isAway(state.failureReason) && state.status === 'pending')

/** True while something is being tried again because the line or the database is away. */
export function useAway(): boolean {
  const client = useQueryClient()
  return useSyncExternalStore((changed) => {
    const stop = [client.getQueryCache().subscribe(changed), client.getMutationCache().subscribe(changed)]
    return () => stop.forEach((one) => one())
  }, () => anyAway(client))
}
