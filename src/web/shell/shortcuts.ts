import { useEffect, useRef } from 'react'

/** True where a key is being typed as text and must not be taken for a shortcut. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** One key that does something from anywhere outside a field. */
export function useShortcut(key: string, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => { latest.current = act })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [key])
}
