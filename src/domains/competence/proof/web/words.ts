import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import type { Tone } from '#web/ui/Tag.tsx'
import type { Assessment, ProofItem, Seen } from '../proof.schema.ts'

export const seenTones: Record<Seen, Tone> = { alone: 'success', with_help: 'info', not_yet: 'warning', not_seen: 'neutral' }
export const resultTones: Record<NonNullable<Assessment['result']>, Tone> = { full: 'success', part: 'warning', none: 'danger' }

/** Everything that shows proof, fetched again after each change. */
export const showsProof = ['competence.getProof', 'competence.getCompetence'] as const

/** Lines of text as a list, empty ones left out. */
export const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').map((line) => line.trim()).filter(Boolean)

type Item = Pick<ProofItem, 'kind' | 'title' | 'level' | 'where' | 'recognition' | 'seenBy' | 'on' | 'help' | 'years' | 'approved'>
/** What an entry is called, and who stands behind it. */
export function useItemWords() {
  const t = useText('proof')
  const { formatDate } = useFormat()
  const { countryName } = useNames()
  const titleOf = ({ kind, title, level }: Item): string => (kind === 'norwegian' ? t('item.norwegian', { skill: title, level: level === 'A1-' ? 'below' : level ?? '' }) : title || t('item.level', { level: level ?? '' }))
  const behind = ({ kind, where, recognition, seenBy, on, help, years, approved }: Item): string => [help && t(`item.${help}`), approved.join(', '), kind === 'education' && where ? countryName(where) : null, years,
    recognition && recognition !== 'none' && t('item.recognition', { recognition }), seenBy, kind === 'education' ? null : where, on && formatDate(on)].filter(Boolean).join(' · ')
  return { titleOf, behind }
}
