import type { Output } from '#web/api.ts'
import { useFindText, useFormat, useLocale, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import type { Tone } from '#web/ui/Tag.tsx'
import type { Criterion, MatchValue, PresentationState, Verdict } from '../match.schema.ts'

export type Presentation = Output<'matching.getPresentation'>
export type ForPerson = Output<'matching.matchesForPerson'>
export type ForOpening = Output<'matching.matchesForOpening'>

export const verdictTones: Record<Verdict, Tone> = { fits: 'success', nearly: 'warning', not: 'neutral' }
export const metTones = { yes: 'success', no: 'danger', unknown: 'warning' } as const satisfies Record<Criterion['met'], Tone>
export const stateTones: Record<PresentationState, Tone> = { proposed: 'info', waiting_for_yes: 'warning', ready: 'accent', presented: 'info', met: 'accent', agreed: 'success', ended: 'neutral' }

/** Reads whose answers a step in a presentation makes old. */
export const showsPresentations = ['matching.getPresentation', 'matching.listPresentations', 'matching.matchesForPerson', 'matching.matchesForOpening', 'matching.explain', 'matching.profileForEmployer'] as const

/** 4 January 2021 was a Monday. */
const MONDAY = 4

/** Days of the week in the language in use: "man.–fre.", or one by one. */
function useDays(): (weekdays: readonly number[]) => string {
  const { locale } = useLocale()
  const name = (weekday: number): string => new Intl.DateTimeFormat([`${locale}-NO`, 'no'], { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2021, 0, MONDAY + weekday - 1)))
  return (weekdays) => {
    const days = [...new Set(weekdays)].toSorted((a, b) => a - b)
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return ''
    return days.length > 2 && last - first === days.length - 1 ? `${name(first)}–${name(last)}` : days.map(name).join(', ')
  }
}

type Slots = Extract<MatchValue, { is: 'slots' }>['slots']
/** Slots of the same hours together: the days of each. */
function sameHours(slots: Slots): [string, number[]][] {
  const days = new Map<string, number[]>()
  for (const { weekday, from, to } of slots) days.set(`${from}–${to}`, [...days.get(`${from}–${to}`) ?? [], weekday])
  return [...days]
}

/** The hours of a week in words: "man.–fre. 08:00–14:00". */
export function useScheduleText(): (slots: Slots) => string {
  const days = useDays()
  return (slots) => sameHours(slots).map(([hours, weekdays]) => `${days(weekdays)} ${hours}`).join('; ')
}

/** A level as people say it: mother tongue, below A1, else its name. */
export function useLevelText(): (level: string) => string {
  const t = useText('matching')
  return (level) => (level === 'native' ? t('value.native') : level === 'A1-' ? t('value.belowA1') : level)
}

/** A value that was compared, in words. */
export function useValueText(): (value: MatchValue) => string {
  const t = useText('matching')
  const find = useFindText()
  const { formatDate, formatNumber } = useFormat()
  const { languageName } = useNames()
  const days = useDays()
  const scheduleText = useScheduleText()
  const levelText = useLevelText()
  const word = (key: string): string => find(key, 'matching') ?? key
  return (value) => {
    switch (value.is) {
      case 'level': {
        const level = value.level === null ? t('value.anyLevel') : levelText(value.level)
        const skill = word(`skill.${value.skill ?? 'any'}`)
        return value.language === 'no' ? t('value.level', { skill, level }) : t('value.levelIn', { language: languageName(value.language), skill, level })
      }
      case 'name': return value.until ? t('value.until', { name: value.name, day: formatDate(value.until) }) : value.name
      case 'occupation': return value.title
      case 'slots': return scheduleText(value.slots)
      case 'clash': return t('value.clash', { hit: value.hit, of: value.of })
      case 'frame': return value.earliest === null && value.latest === null ? days(value.weekdays) : t('value.frame', { days: days(value.weekdays), from: value.earliest ?? '', to: value.latest ?? '' })
      case 'hours': return t('value.hours', { hours: formatNumber(value.hours) })
      case 'words': return value.words.map((one) => word(`${value.of}.${one}`)).join(', ')
      case 'travel': return t(`value.travel.${value.basis}`, { minutes: value.minutes, way: word(`way.${value.by}`) })
      case 'minutes': return t('value.minutes', { minutes: value.minutes })
      case 'supervisor': return t('value.supervisor')
      case 'free': return t('value.free', { free: value.free, of: value.of })
      case 'waited': return t('value.waited', { months: value.months, passedOver: value.passedOver })
      case 'none': return t('value.none')
    }
  }
}

/** What would close a gap, in words. */
export function useGapText(): (gap: NonNullable<Criterion['gap']>) => string {
  const t = useText('matching')
  const find = useFindText()
  const { languageName } = useNames()
  const levelText = useLevelText()
  return ({ code, params }) => {
    const { language, skill, from } = params
    return t(`gap.${code}`, { ...params, ...(typeof language === 'string' && { language: languageName(language) }), ...(typeof from === 'string' && { from: levelText(from) }),
      ...(skill !== undefined && { skill: find(`skill.${skill === '' ? 'any' : skill}`, 'matching') ?? String(skill) }) })
  }
}

/** What makes hers as near as it is, in words; nothing where it is the same. */
export function useNearByText(): (near: Criterion['nearBy']) => string | undefined {
  const t = useText('matching')
  const { formatDate } = useFormat()
  return (near) => {
    if (near === undefined) return undefined
    if ('digits' in near) return t('nearBy.digits', { digits: String(near.digits) })
    return !('name' in near) ? t(`nearBy.${near.by}`) : t(`nearBy.${near.by}`, { name: near.name, source: [near.source, near.on && formatDate(near.on)].filter(Boolean).join(' ') })
  }
}

/** From where something is known: the evidence, who or what, and when. */
export function useSourceText(): (known: Criterion['known']) => string {
  const t = useText('matching')
  const { formatDate } = useFormat()
  return (known) => {
    if (known === 'unknown') return '–'
    const on = known.on === null ? null : known.on.length === 4 ? known.on : formatDate(known.on)
    return [known.evidence && t(`evidence.${known.evidence}`), known.source, on].filter(Boolean).join(', ') || '–'
  }
}

export const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }): string => `${givenName} ${familyName}`
