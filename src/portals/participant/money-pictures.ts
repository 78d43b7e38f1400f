import type { CalendarKind } from '#domains/programme/payments/payments.schema.ts'
import { Html } from '#platform/page.ts'

/** Our own drawings for where money comes from, 24 × 24, one stroke; they say nothing the words do not. */
const drawings = {
  municipality: 'M4 19.500h16M5.500 19.500V9l6.500-4 6.500 4v10.500M9 19.500v-5h6v5M9 11h6',
  family: 'M8 9.500a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200M16.500 12.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4M3.500 19.500c.2-4 2-6.500 4.500-6.500s4.300 2.500 4.500 6.500M13.800 19.500c.2-2.600 1.200-4 2.700-4s2.600 1.400 2.800 4',
  home: 'M4 11.500 12 5l8 6.500M6 10.500V19h12v-8.500M10 19v-5h4v5',
  work: 'M4 8.500h16V19H4zM9 8.500V6h6v2.500M4 13h16',
  coins: 'M12 11c3.900 0 7-1.300 7-3s-3.100-3-7-3-7 1.300-7 3 3.100 3 7 3M5 8v4c0 1.700 3.100 3 7 3s7-1.300 7-3V8M5 12v4c0 1.700 3.100 3 7 3s7-1.300 7-3v-4',
} as const

const drawingOf: Readonly<Record<CalendarKind, keyof typeof drawings>> = {
  start_sum: 'municipality', start_up_support: 'municipality', municipal_support: 'municipality', social_assistance: 'coins', child_benefit: 'family', cash_for_care: 'family', parental_benefit: 'family',
  housing_support: 'home', other_nav: 'coins', wages: 'work', other: 'coins', introduction_benefit: 'municipality',
}

/** The drawing beside money of a kind. */
export const moneyPicture = (kind: CalendarKind): Html =>
  new Html(`<svg class="my-slot__picture" width="40" height="40" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${drawings[drawingOf[kind]]}"/></svg>`)
