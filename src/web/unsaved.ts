import { useMemo, useRef } from 'react'

export type Unsaved = { mark: () => void; settle: () => void; is: () => boolean }

/** Remembers whether something is typed and not saved. Read when one leaves, so it draws nothing by itself. */
export function useUnsaved(start: boolean): Unsaved {
  const unsaved = useRef(start)
  return useMemo(() => ({
    mark: () => { unsaved.current = true },
    settle: () => { unsaved.current = false },
    is: () => unsaved.current,
  }), [])
}
