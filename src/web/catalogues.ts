import type shellMessages from './messages/nb.json'

/**
 * The messages of each slice, by which `useText` types its keys. A slice adds itself in its `web/routes.tsx`:
 * `declare module '#web/catalogues.ts' { interface Messages { people: typeof nb } }`
 * with `import type nb from '../messages/nb.json'`.
 */
export interface Messages { shell: typeof shellMessages }

export type Slice = keyof Messages
export type Locale = 'nb' | 'nn' | 'en'
export const locales = ['nb', 'nn', 'en'] as const satisfies readonly Locale[]

export type Catalogue = Record<string, string>
/** Slice name to its messages, in one language with bokmål beneath. */
export type Catalogues = Record<string, Catalogue>

/** Which slice a file belongs to: the folder that holds its `messages/` or `web/`; the shell's own are in no domain. */
export const sliceOf = (path: string): string => /domains\/(?:[a-z-]+\/)?([a-z-]+)\/(?:messages|web)\//.exec(path)?.[1] ?? 'shell'

/** Adds `over` on top of `base`, slice by slice and key by key. */
export function layer(base: Catalogues, over: Catalogues): Catalogues {
  const result: Catalogues = { ...base }
  for (const [slice, messages] of Object.entries(over)) result[slice] = { ...result[slice], ...messages }
  return result
}

/** The message with this key, in the slice named by its first word or else in any slice. */
export function findMessage(catalogues: Catalogues, key: string): string | undefined {
  const own = catalogues[key.split('.')[0] ?? '']?.[key]
  if (own !== undefined) return own
  return Object.values(catalogues).find((messages) => messages[key] !== undefined)?.[key]
}
