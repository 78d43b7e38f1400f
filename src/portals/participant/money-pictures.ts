import type { CalendarKind } from '#domains/programme/payments/payments.schema.ts'
import type { Html } from '#platform/page.ts'
import type { PictureName } from '../pictures.ts'
import { picture } from '../pictures.ts'

const drawingOf: Readonly<Record<CalendarKind, PictureName>> = {
  start_sum: 'municipality', start_up_support: 'municipality', municipal_support: 'municipality', social_assistance: 'coins', child_benefit: 'parental_guidance', cash_for_care: 'parental_guidance', parental_benefit: 'parental_guidance',
  housing_support: 'family', other_nav: 'coins', wages: 'work', other: 'coins', introduction_benefit: 'municipality',
}

/** The drawing beside money of a kind: where it comes from, or what it is for. */
export const moneyPicture = (kind: CalendarKind): Html => picture(drawingOf[kind], 40)
