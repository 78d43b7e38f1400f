import { useFindText, useText } from '#web/i18n.tsx'
import { useValueText } from '../../web/words.ts'
import type { Ring } from '../wish.schema.ts'

/** Reads that a change of a wish, or a ring looked at, makes old. */
export const showsWishes = ['matching.listStandingWishes', 'matching.getStandingWish', 'matching.listMyRings'] as const

/** What changed, in words: what she has reached, with the sentence from the work, or that she has arrived. */
export function useReachedText(): (ring: Pick<Ring, 'reached'>) => string {
  const t = useText('standing-wishes')
  const valueText = useValueText()
  const find = useFindText()
  const one = ({ kind, asked, sentence }: Ring['reached'][number]): string => [`${find(`kind.${kind}`, 'matching') ?? kind} (${valueText(asked)})`, sentence && `«${sentence}»`].filter(Boolean).join(' ')
  return ({ reached }) => (reached.length === 0 ? t('ring.arrived') : t('ring.reached', { what: reached.map(one).join(', ') }))
}
