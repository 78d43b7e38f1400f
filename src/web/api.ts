import type { Refusal } from '#shared/decision.ts'
import type { Api } from '#server/operations.ts'
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { z } from 'zod'
import { newId } from './ids.ts'
import { isAway, refusalsOf } from './problem.ts'
import { postFile, postJson } from './request.ts'
import { useToast } from './ui/Toasts.tsx'

export type OperationName = keyof Api
export type Input<N extends OperationName> = z.input<Api[N]['input']>
export type Output<N extends OperationName> = z.output<Api[N]['output']>

/**
 * Calls an operation. Throws ProblemError or NetworkError (`problem.ts`). The same `requestId` sent twice is done once.
 */
export async function call<N extends OperationName>(name: N, input: Input<N>, requestId?: string): Promise<Output<N>> {
  return await postJson(`/api/${name}`, input, requestId) as Output<N> // the server has checked its answer against this very shape
}

/** Where an operation's file is fetched from: for a plain link. Ids only, since addresses are logged. */
export const fileAddress = <N extends OperationName>(name: N, input: Input<N>): string =>
  `/files/${name}?input=${encodeURIComponent(JSON.stringify(input))}`

/** What goes with a file; its name and its content are added on the way. */
export type WithFile<N extends OperationName> = Omit<Input<N>, 'fileName' | 'bytes'>

/** Sends a file to an operation; `onProgress` gets the share sent, 0 to 1. */
export async function upload<N extends OperationName>(name: N, file: File, params: WithFile<N>, onProgress?: (share: number) => void): Promise<Output<N>> {
  return await postFile(`/files/${name}?input=${encodeURIComponent(JSON.stringify(params))}`, file, onProgress) as Output<N> // the server has checked its answer against this very shape
}

type ReadOptions = {
  /** False while the input is not yet known. */
  enabled?: boolean
  /** Keep the former answer on the screen while the next one is fetched (paging, filtering). */
  keep?: boolean
}

/** Reads through an operation and keeps the answer under `[name, input]`. */
export function useApi<N extends OperationName>(name: N, input: Input<N>, { enabled = true, keep = false }: ReadOptions = {}): UseQueryResult<Output<N>> {
  return useQuery<Output<N>, Error, Output<N>, readonly unknown[]>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
}

export type CommandOptions<N extends OperationName> = {
  /** Operations whose answers this one makes old. */
  refreshes?: readonly OperationName[]
  /** What to say when it is done. */
  success?: string | ((output: Output<N>) => string)
  onDone?: (output: Output<N>) => void
}

export type Command<N extends OperationName> = {
  /** Gives the answer, or undefined when it was refused: then `refusals` says why. */
  run: (input: Input<N>) => Promise<Output<N> | undefined>
  refusals: Refusal[]
  pending: boolean
  error: Error | null
  reset: () => void
  /** Fetches what the command refreshes, as after a stale refusal. */
  refresh: () => Promise<void>
}

const TRIES = 4

/** Does something through an operation. While the line or the database is away it is sent again, and yet done once. */
export function useCommand<N extends OperationName>(name: N, options: CommandOptions<N> = {}): Command<N> {
  const { refreshes = [], success, onDone } = options
  const client = useQueryClient()
  const toast = useToast()
  const mutation = useMutation<Output<N>, Error, { input: Input<N>; requestId: string }>({
    mutationFn: ({ input, requestId }) => call(name, input, requestId),
    retry: (tries, error) => tries < TRIES && isAway(error),
    retryDelay: (tries) => Math.min(600 * 2 ** tries, 5000),
    networkMode: 'always',
  })
  const invalidate = async (): Promise<void> => {
    await client.invalidateQueries({ predicate: ({ queryKey }) => refreshes.some((one) => one === queryKey[0]) })
  }
  const run = async (input: Input<N>): Promise<Output<N> | undefined> => {
    const output = await mutation.mutateAsync({ input, requestId: newId() }).catch(() => undefined) // the reason is kept in mutation.error
    if (output === undefined) return undefined
    await invalidate()
    if (success !== undefined) toast(typeof success === 'function' ? success(output) : success)
    onDone?.(output)
    return output
  }
  const refresh = async (): Promise<void> => {
    mutation.reset()
    await invalidate()
  }
  return { run, refusals: refusalsOf(mutation.error), pending: mutation.isPending, error: mutation.error, reset: mutation.reset, refresh }
}
