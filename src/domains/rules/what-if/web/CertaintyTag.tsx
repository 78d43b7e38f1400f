import { useText } from '#web/i18n.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'

export type Mark = 'V' | 'P' | 'K' | 'U'
const tones: Record<Mark, Tone> = { V: 'success', P: 'info', K: 'warning', U: 'danger' }

/** How sure a statement of law is, in words. */
export function CertaintyTag({ certainty }: { certainty: Mark }) {
  const t = useText('what-if')
  return <Tag tone={tones[certainty]}>{t(`certainty.${certainty}`)}</Tag>
}

/** The least sure of some marks. */
export const leastSure = (marks: readonly Mark[]): Mark => (['U', 'K', 'P'] as const).find((mark) => marks.includes(mark)) ?? 'V'
