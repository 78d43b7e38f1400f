import { useCallback, useEffect, useRef, useState } from 'react'
import { useMe } from './me.tsx'

const PREFIX = 'fotfeste.draft.'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One draft per account and form, so that the next person at the same machine never meets it. */
export const draftKey = (accountId: string, form: string): string => `${PREFIX}${accountId}.${form}`

/** The kept draft, or undefined where there is none or it cannot be read. */
export function readDraft(store: Store, key: string): unknown {
  try {
    const kept = store.getItem(key)
    return kept === null ? undefined : JSON.parse(kept)
  } catch {
    return undefined
  }
}

/** Keeps a draft until the tab is closed; a full or forbidden store only means that it is not kept. */
export function keepDraft(store: Store, key: string, value: unknown): void {
  try {
    store.setItem(key, JSON.stringify(value))
  } catch {
    store.removeItem(key)
  }
}

/** Removes every draft; done at sign-out. */
export function forgetDrafts(store: Storage): void {
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key)
}

export type Draft<T> = { value: T; setValue: (change: (now: T) => T) => void; clear: () => void; restored: boolean }

/**
 * State that survives a lost connection and a reload. `form` names it (`people.register`, or with an id); undefined
 * keeps nothing. `restored` is true when it was found from before.
 */
export function useDraft<T>(form: string | undefined, initial: T): Draft<T> {
  const { account } = useMe()
  const key = form === undefined ? undefined : draftKey(account.id, form)
  const [start] = useState(() => {
    const kept = key === undefined ? undefined : readDraft(sessionStorage, key)
    return { kept, value: kept === undefined ? initial : kept as T } // written by this same function
  })
  const [value, setValue] = useState<T>(start.value)
  const changed = useRef(false)
  useEffect(() => {
    if (key !== undefined && changed.current) keepDraft(sessionStorage, key, value)
  }, [key, value])
  const set = useCallback((change: (now: T) => T) => { changed.current = true; setValue(change) }, [])
  const clear = useCallback(() => {
    changed.current = false
    if (key !== undefined) sessionStorage.removeItem(key)
  }, [key])
  return { value, setValue: set, clear, restored: start.kept !== undefined }
}
