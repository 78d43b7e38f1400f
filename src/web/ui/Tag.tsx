import { Tag as DsTag } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent'

/** A status in words; the colour and the dot only help those who see them. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <DsTag className="tag" data-color={tone}>{children}</DsTag>
}
