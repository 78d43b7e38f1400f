import { useState } from 'react'
import { readTime } from './readTime.ts'

type Props = { label: string; value: string; onChange: (time: string) => void }

/** A time of day, typed as people do: 8, 0830, 8.30. What cannot be read is marked, and the former time stands. */
export function TimeInput({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState<string>()
  const type = (text: string): void => {
    setTyped(text)
    const time = readTime(text)
    if (time !== undefined) onChange(time)
  }
  return (
    <input className="ds-input" inputMode="numeric" autoComplete="off" maxLength={5} aria-label={label} value={typed ?? value}
      aria-invalid={typed !== undefined && readTime(typed) === undefined ? true : undefined} onChange={(event) => type(event.target.value)} onBlur={() => setTyped(undefined)} />
  )
}
