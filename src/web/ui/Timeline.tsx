import type { ReactNode } from 'react'
import type { Tone } from './Tag.tsx'

export type TimelineItem = { id: string; when: string; title: ReactNode; text?: ReactNode; tone?: Tone }

/** What has happened and what is coming, in order. `when` is already written for people. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ id, when, title, text, tone = 'neutral' }) => (
        <li key={id} data-color={tone}>
          <p className="timeline__when">{when}</p>
          <p className="timeline__title">{title}</p>
          {text && <div className="timeline__text">{text}</div>}
        </li>
      ))}
    </ol>
  )
}
