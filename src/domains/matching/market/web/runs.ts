import { useQuery } from '@tanstack/react-query'
import { call, type Output } from '#web/api.ts'

/** So often one asks how far a calculation has come. */
const EVERY_MS = 500

type Reads = 'matching.readWhatIf' | 'matching.readCompetition'
export const isUnderWay = (state: string | undefined): boolean => state === 'waits' || state === 'runs'

/** Follows a calculation until it has ended. */
export function useRun<N extends Reads>(name: N, runId: string | undefined) {
  return useQuery<Output<N>>({
    queryKey: [name, { runId }], enabled: runId !== undefined, queryFn: () => call<Reads>(name, { runId: runId ?? '' }) as Promise<Output<N>>, // the read that was named
    refetchInterval: ({ state: { data } }) => (data === undefined || isUnderWay(data.state) ? EVERY_MS : false),
  })
}
