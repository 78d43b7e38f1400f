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

/** A list whose rows go away when they are done with keeps the place of whoever uses a keyboard: the row that takes the place of the one pressed has the focus then, or, where none is left, what `otherwise` selects. Who has gone on by then is left alone. */
export function useKeepPlace<T extends HTMLElement>(keys: readonly string[], otherwise: string) {
  const list = useRef<T>(null)
  const pressedKey = useRef<string>(undefined)
  const before = useRef(keys)
  useEffect(() => {
    const at = pressedKey.current === undefined || keys.includes(pressedKey.current) ? -1 : before.current.indexOf(pressedKey.current)
    before.current = keys
    if (at === -1) return
    pressedKey.current = undefined
    if (document.activeElement !== document.body) return
    const next = list.current?.children[Math.min(at, keys.length - 1)]
    const place = next instanceof HTMLButtonElement ? next : next?.querySelector('button') ?? document.querySelector<HTMLElement>(otherwise)
    place?.focus()
  })
  return { list, pressed: (key: string): void => { pressedKey.current = key } }
}
