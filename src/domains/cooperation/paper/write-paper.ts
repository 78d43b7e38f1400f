import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { contactsOf } from '../division.core.ts'
import type { Contact, Duty } from '../division.schema.ts'
import type { AccountNames, Loaded } from '../load-division.ts'

type Locale = 'nb' | 'nn'
const tags = { nb: ['nb-NO', 'no'], nn: ['nn-NO', 'nb-NO', 'no'] }
const read = (locale: Locale): Record<string, string> => z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(new URL(`../messages/${locale}.json`, import.meta.url), 'utf8')))
const catalogues = { nb: read('nb'), nn: read('nn') }

/** The texts of the screens, in one form of Norwegian. Throws, naming the key, where one is missing. */
function wordsIn(locale: Locale) {
  return {
    t: (key: string, params: Record<string, string | number> = {}): string => {
      const message = catalogues[locale][key]
      if (message === undefined) throw new Error(`There is no text ${key} in ${locale}`)
      return String(new IntlMessageFormat(message, tags[locale]).format(params))
    },
    day: (day: string): string => new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
  }
}

/** A division of work in words, ready to be set. */
export type DivisionPaper = {
  locale: Locale; title: string; municipality: string; madeOn: string; lead: string; head: string[]; nobody: string
  rows: { name: string; phase: string; responsible: string | null; takesPart: string; told: string; contact: string; note: string }[]
  questions: { label: string; lines: string[] }; legend: string
}

type About = { municipality: string; names: AccountNames; madeOn: PlainDate }

/** One version as a page: what, who answers for it, who takes part, who is told, whom to ring. */
export function writeDivisionPaper({ content, agreedOn, agreedBy, validFrom, reviewOn, number }: Loaded, { municipality, names, madeOn }: About, locale: Locale): DivisionPaper {
  const { t, day } = wordsIn(locale)
  const bodyName = (key: string): string => content.bodies.find((one) => one.key === key)?.name ?? key
  const said = ({ accountId, text }: Contact): string => [accountId === null ? null : names.get(accountId)?.name, text].filter(Boolean).join(', ')
  const contactOf = (duty: Duty): string => {
    const { contact, standIn } = contactsOf(duty, content.bodies)
    return [said(contact), said(standIn) === '' ? '' : t('paper.standIn', { name: said(standIn) })].filter(Boolean).join('. ')
  }
  const lead = [agreedOn === null ? t('paper.proposal') : t('paper.agreed', { date: day(agreedOn), by: agreedBy ?? '' }), t('paper.validFrom', { date: day(validFrom), number }), reviewOn === null ? '' : t('paper.review', { date: day(reviewOn) })]
  return {
    locale, title: t('title'), municipality, madeOn, lead: lead.filter(Boolean).join(' '), nobody: t('nobody'),
    head: [t('column.duty'), t('column.responsible'), t('column.takesPart'), t('column.told'), t('column.contact'), t('column.note')],
    rows: content.duties.map((duty) => ({ name: duty.name, phase: duty.phase === 'any' ? '' : t(`phase.${duty.phase}`), responsible: duty.responsible === null ? null : bodyName(duty.responsible),
      takesPart: duty.takesPart.map(bodyName).join(', '), told: duty.told.map(bodyName).join(', '), contact: contactOf(duty), note: duty.note ?? '' })),
    questions: { label: t('questions.title'), lines: (content.openQuestions ?? '').split('\n').filter((line) => line.trim() !== '') }, legend: t('paper.legend'),
  }
}
