import { PlainDate, yearsBetween } from '#shared/date.ts'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { cefrLevels, type CefrLevel } from '#web/ui/CefrBar.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import { ADDRESS_PROTECTIONS, ARRIVAL_CATEGORIES } from '../arrival.schema.ts'
import { FAMILY_RELATIONS, PERSON_STATUSES, type PersonStatus } from '../person.schema.ts'

export const statusTones: Record<PersonStatus, Tone> = { settled: 'info', in_programme: 'accent', in_work: 'success', in_education: 'success', moved: 'neutral', ended: 'neutral' }

/** The level as the picture shows it: below A1 is an empty bar, a mother tongue a full one. */
export const pictured = (level: string | null | undefined): CefrLevel | undefined => (level === 'native' ? 'C2' : cefrLevels.find((one) => one === level))

/** Whole years of age today; undefined without a birth date. */
export function useAge(): (birthDate: string | null | undefined) => number | undefined {
  const today = PlainDate.parse(useMe().today)
  return (birthDate) => (birthDate ? yearsBetween(PlainDate.parse(birthDate), today) : undefined)
}

/** A level as the message picks it: `A1-` is no key there. */
export const levelWord = (level: string): string => (level === 'A1-' ? 'below' : level)

/** The closed lists of the slice as options to choose from. */
export function useChoices() {
  const t = useText('people')
  return {
    statuses: PERSON_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    arrivals: ARRIVAL_CATEGORIES.map((value) => ({ value, label: t(`arrival.${value}`) })),
    protections: ADDRESS_PROTECTIONS.map((value) => ({ value, label: t(`protection.${value}`) })),
    relations: FAMILY_RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) })),
    genders: (['female', 'male', 'other'] as const).map((value) => ({ value, label: t(`gender.${value}`) })),
    locales: (['nb', 'nn', 'en', 'uk', 'ar'] as const).map((value) => ({ value, label: t(`contactLocale.${value}`) })),
  }
}
