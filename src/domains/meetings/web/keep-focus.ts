import { useEffect, useRef } from 'react'

/** A row whose buttons change when one of them is pressed keeps the focus of whoever uses a keyboard: call `pressed` with the press; `state` is what changes the buttons. */
export function useKeepFocus(state: string) {
  const row = useRef<HTMLLIElement>(null)
  const isPressed = useRef(false)
  useEffect(() => {
    if (isPressed.current && !row.current?.contains(document.activeElement)) row.current?.focus()
    isPressed.current = false
  }, [state])
  return { row, pressed: (): void => { isPressed.current = true } }
}
