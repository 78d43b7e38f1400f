import type { Input, OperationName, Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import type { Contact, Gap } from '../division.schema.ts'

export type DivisionPage = Output<'cooperation.getDivision'>
export type Shown = NonNullable<DivisionPage['shown']>
export type Draft = Input<'cooperation.saveDivision'>['content']

/** Reads whose answers a new version makes old. */
export const showsDivision: readonly OperationName[] = ['cooperation.getDivision', 'cooperation.compareDivision', 'cooperation.whoHasDuties', 'cooperation.getMyDivisionReview']

export const stateTones: Record<Shown['state'], Tone> = { holds: 'success', coming: 'info', proposal: 'warning', former: 'neutral' }

/** A contact in words, with who has left marked; undefined where none is named. */
export function useContactText(names: DivisionPage['names']): (contact: Contact) => string | undefined {
  const t = useText('cooperation')
  return ({ accountId, text }) => {
    const account = accountId === null ? undefined : names[accountId]
    const name = account === undefined ? null : account.isActive ? account.name : t('contact.gone', { name: account.name })
    return [name, text].filter(Boolean).join(', ') || undefined
  }
}

/** The duty a gap is about, with its phase where it is one of several. */
export function useGapText(): (gap: Gap) => string {
  const t = useText('cooperation')
  return ({ why, kind, name, phase }) => {
    const duty = name ?? (kind === null ? '' : t(`duty.${kind}`))
    return t(`gap.${why}`, { duty: phase === 'any' ? duty : `${duty} (${t(`phase.${phase}`).toLowerCase()})` })
  }
}
