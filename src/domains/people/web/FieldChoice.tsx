import { useId } from 'react'
import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { MERGE_FIELDS, type MergeField } from '../duplicates.schema.ts'

type Person = Output<'people.getPerson'>
type Row = { field: MergeField; label: string; keep: string; gone: string }

/** The fields in which two persons differ, each as people read it. */
export function useComparison(keep: Person, gone: Person, hasFrames: boolean): Row[] {
  const t = useText('people')
  const { formatDate } = useFormat()
  const { languageName, countryName } = useNames()
  const show = (person: Person, field: MergeField): string => {
    const date = (value: string | null): string => (value ? formatDate(value, 'long') : '')
    const language = (value: string | null): string => (value ? languageName(value) : '')
    switch (field) {
      case 'birthDate': case 'settledOn': case 'permitUntil': return date(person[field])
      case 'firstLanguage': case 'interpreterLanguage': case 'contactLocale': return language(person[field])
      case 'otherLanguages': return (person.otherLanguages ?? []).map(languageName).join(', ')
      case 'country': return person.country ? countryName(person.country) : ''
      case 'gender': return person.gender ? t(`gender.${person.gender}`) : ''
      case 'status': return t(`status.${person.status}`)
      case 'arrivalCategory': return person.arrivalCategory ? t(`arrival.${person.arrivalCategory}`) : ''
      case 'adviserId': return person.adviserName ?? ''
      case 'address': return person.address ? [person.address.street, person.address.postcode, person.address.place].filter(Boolean).join(', ') : ''
      case 'practicalFrame': return hasFrames ? `${t('merge.frameOf')} ${person.givenName}` : ''
      case 'givenName': case 'familyName': case 'phone': case 'email': case 'note': return person[field] ?? ''
    }
  }
  return MERGE_FIELDS.map((field) => ({ field, label: t(`field.${field}`), keep: show(keep, field), gone: show(gone, field) }))
    .filter((row) => row.keep !== row.gone || (row.field === 'practicalFrame' && hasFrames))
}

/** One field in which they differ: which of the two is kept. */
export function FieldChoice({ row, fromGone, onChoose }: { row: Row; fromGone: boolean; onChoose: (fromGone: boolean) => void }) {
  const t = useText('people')
  const group = useId()
  const choice = (isGone: boolean) => (
    <label className="ds-field people-choice__value">
      <input type="radio" className="ds-input" name={group} checked={fromGone === isGone} onChange={() => onChoose(isGone)} /> <bdi>{(isGone ? row.gone : row.keep) || <span className="unknown">{t('merge.empty')}</span>}</bdi>
    </label>
  )
  return <fieldset className="people-choice"><legend>{row.label}</legend>{choice(false)}{choice(true)}</fieldset>
}
