import { useMemo } from 'react'
import type { Input, Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import type { Tone } from '#web/ui/Tag.tsx'
import type { BookingRow, BookingState } from '../booking.schema.ts'

/** One booking as its page has it, and as its form sends it. */
export type Booking = Output<'interpreters.getBooking'>
export type Values = Input<'interpreters.saveBooking'>

export const stateTones: Record<BookingState, Tone> = { draft: 'neutral', asked: 'info', confirmed: 'success', not_had: 'danger', carried_out: 'success', interpreter_absent: 'danger', person_absent: 'warning', cancelled: 'neutral' }

/** Everything that shows bookings or questions, fetched again after each change. */
export const showsBookings = ['interpreters.listBookings', 'interpreters.getBooking', 'interpreters.listForPerson', 'interpreters.countYear', 'interpreters.getBookingOptions'] as const

/** Half past nine plus an hour: when a meeting ends. */
export function endOf({ fromTime, minutes }: Pick<BookingRow, 'fromTime' | 'minutes'>): string {
  const end = Number(fromTime.slice(0, 2)) * 60 + Number(fromTime.slice(3)) + minutes
  return `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

/** The languages of a booking in words: with dialect, and the second where the first cannot be had. */
export function useLanguageText(): (row: Pick<BookingRow, 'language' | 'dialect' | 'secondLanguage'>) => string {
  const t = useText('interpreters')
  const { languageName } = useNames()
  return useMemo(() => ({ language, dialect, secondLanguage }) =>
    [dialect ? `${languageName(language)} (${dialect})` : languageName(language), secondLanguage && t('list.second', { language: languageName(secondLanguage) })].filter(Boolean).join(', '), [t, languageName])
}
