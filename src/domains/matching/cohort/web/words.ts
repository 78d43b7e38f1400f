import type { Output } from '#web/api.ts'
import { useFindText, useText } from '#web/i18n.tsx'
import { isolate } from '#web/texts.ts'
import type { Criterion } from '../../match.schema.ts'
import { useValueText } from '../../web/words.ts'
import type { Change } from '../cohort.schema.ts'


export type Plan = Output<'matching.getPlan'>
export type Row = Plan['rows'][number]
export type Place = Plan['places'][number]
export type Summary = Output<'matching.listPlans'>['rows'][number]
export type Preview = Output<'matching.previewChange'>

/** Reads whose answers a new, changed or released plan makes old. */
export const showsPlans = ['matching.listPlans', 'matching.comparePlans'] as const

export const nameOf = ({ person: { givenName, familyName } }: Pick<Row, 'person'>): string => `${givenName} ${familyName}`

/** What is to be decided on: a change of one row, a move whose place is still to be chosen, a release, or a matter of the whole plan. */
export type Asked = { do: 'move'; row: Row } | { do: 'change'; row: Row; title: string; change: Change } | { do: 'release'; rows: readonly Row[] | null } | { do: 'solve' } | { do: 'drop' }

/** Sorts names as Norwegian does; made once, since making one takes longer than many comparisons. */
export const inAlphabet = new Intl.Collator('nb').compare

/** A criterion in a few words: its kind, and what is known or asked. */
export function useCriterionText(): (criterion: Criterion) => string {
  const find = useFindText()
  const valueText = useValueText()
  return ({ kind, known, asked, met, sentence }) => {
    const label = find(`kind.${kind}`, 'matching') ?? kind
    const value = known === 'unknown' ? '' : valueText(known.value)
    const words = met === 'yes' ? value || sentence || valueText(asked) : kind === 'wish' || kind === 'occupation' || kind === 'recency' || kind === 'goal' ? value : sentence ?? valueText(asked)
    return words === '' || words === '–' ? label : `${label}: ${words}`
  }
}

/** Where a place can be read of: a neighbour's has a page of its own. */
export const placeAddress = ({ openingId, sharedBy }: Place): string => (sharedBy === null ? `/openings/${openingId}` : `/sharing/places/${openingId}`)
/** Where her yes to being put forward for a neighbour's place is asked for and noted. */
export const forwardAddress = ({ person, openingId }: Row): string => `/sharing/places/${openingId ?? ''}/put-forward/${person.id}`
/** Under what a place stands among the employers: its own, or the neighbour that shares it. */
export const employerKey = ({ employerId, sharedBy }: Place): string => employerId ?? sharedBy ?? ''

/** A place with its employer, in one line. */
export function usePlaceText(places: readonly Place[]): (openingId: string | null) => string {
  const t = useText('cohort')
  return (openingId) => {
    const place = places.find((one) => one.openingId === openingId)
    if (!place) return t('cost.none')
    const text = place.employerName === null ? place.title : t('row.at', { title: place.title, employer: place.employerName })
    return place.sharedBy === null ? text : `${text} (${t('place.from', { municipality: place.sharedBy })})`
  }
}

/** What a group of people is called. */
export function useGroupName(): (key: string) => string {
  const find = useFindText()
  return (key) => find(`groups.name.${key}`, 'cohort') ?? key
}

export const named = (name: string): { name: string } => ({ name: isolate(name) })

/** `+120`, `−40`, `0`. */
export const signed = (value: number, format: (value: number, options?: Intl.NumberFormatOptions) => string): string => format(value, { signDisplay: 'exceptZero' })
