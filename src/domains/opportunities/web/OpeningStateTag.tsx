import { useText } from '#web/i18n.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { OpeningState } from '../opening.schema.ts'

const tones: Record<OpeningState, Tone> = { open: 'success', full: 'info', expired: 'neutral', withdrawn: 'neutral' }

/** What an opening is today. */
export function OpeningStateTag({ state }: { state: OpeningState }) {
  const t = useText('opportunities')
  return <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
}
