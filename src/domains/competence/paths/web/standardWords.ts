import { useText } from '#web/i18n.tsx'
import type nb from '../messages/nb.json'
import type { TRADES, standardPath } from '../standard-paths.core.ts'

type Words = Parameters<typeof standardPath>[3]
type Key = keyof typeof nb
/** Steps that say more in one form than in another. */
const noted: readonly string[] = ['on_the_job.practice', 'on_the_job.training', 'on_the_job.exam', 'practice_candidate.practice', 'practice_candidate.exam', 'modules.theory', 'modules.training', 'apprentice.theory', 'apprentice.training', 'training_candidate.training', 'training_candidate.trade_test']
// reason for the cast: every key of the standard is tried by a test
const key = (text: string): Key => text as Key

/** The words of the roads we ship, in the language of the screen: they become the municipality's own when taken in. */
export function useStandardWords(): Words {
  const t = useText('paths')
  return { trade: (one: (typeof TRADES)[number]['key']) => t(`trade.${one}`), step: (form, kind) => (noted.includes(`${form}.${kind}`) ? t(key(`standard.${form}.${kind}`)) : null), text: (form, part) => t(`standard.${form}.${part}`) }
}
