import { randomUUID } from 'node:crypto'
import { basicAmount } from '#rules/basic-amount.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, dayInNorway, plainDate } from '#shared/date.ts'
import type { screenOf } from '../../support/screen.ts'

/** The days of the story, from the clock there is: three whole months of attendance before this one, and what was before them. */
export const TODAY = dayInNorway(new Date())
export const LAST_MONTH = addMonths(plainDate(`${TODAY.slice(0, 7)}-01`), -1)
export const START = addMonths(LAST_MONTH, -2)
export const [PERMIT, SETTLED, DECIDED] = [addDays(START, -120), addDays(START, -60), addDays(START, -14)]

export const NAME = 'Samira Prøve-Haugen'
export const hers = { id: randomUUID(), email: 'samira@epost.example', reference: '900417' }

/** A day without permission takes a thirtieth of a month of twice G (IL §§ 20 and 21). In øre. */
const G = basicAmount.values.find(({ from }) => from <= LAST_MONTH)?.value ?? 0
export const DEDUCTION = Math.round((2 * G * 100) / 360)
export const kroner = (ore: number): string => `${Math.floor(ore / 100).toLocaleString('nb-NO').replaceAll(/\s/g, '\u00A0')},${String(ore % 100).padStart(2, '0')}`

/** Where the story is told, and what one chapter leaves to the next. */
export type Scene = {
  screen: ReturnType<typeof screenOf>
  /** Another person sits down at the machine. */
  becomes: (name: string) => Promise<void>
  personTab: (tab: string) => Promise<void>
  found: { activityId: string; away: PlainDate; runId: string }
}
