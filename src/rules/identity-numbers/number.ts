import { getType, idnr } from '@navikt/fnrvalidator'
import { z } from 'zod'
import { PlainDate, addMonths, plainDate } from '#shared/date.ts'
import { birthDateIn, hasControlDigits, hasDufControl } from '#shared/identity-number.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const names = ['identityNumber', 'dNumberGivenOn'] as const
type Ask = Asking<(typeof names)[number]>

export const NUMBER_WARNINGS = ['control_digits', 'duf_control', 'synthetic', 'help_number', 'birth_date_may_differ', 'd_number_inactive'] as const

/** What a number says, and what to be careful about. Nothing here stops from 2032: then the control digits prove less. */
export const IdentityNumber = z.object({
  /** fnr = birth number, dnr = D-number, hnr = help number of the health service, duf = number of the immigration authorities. */
  kind: z.enum(['fnr', 'dnr', 'hnr', 'duf', 'unknown']),
  /** Made for testing (month + 80): belongs to nobody. */
  synthetic: z.boolean(),
  /** Whether the control digits fit. */
  controlFits: z.boolean(),
  /** Whether it may be registered; a warning is no hindrance. */
  usable: z.boolean(),
  warnings: z.array(z.enum(NUMBER_WARNINGS)),
  /** The birth date, when the number has a whole one, and day, month and year as the number writes them. */
  birthDate: PlainDate.nullable(), ddmmyy: z.string().nullable(),
  /** The day a D-number goes inactive. */
  inactiveOn: PlainDate.nullable(),
})
type Answer = z.infer<typeof IdentityNumber>

const unknown: Answer = { kind: 'unknown', synthetic: false, controlFits: false, usable: false, warnings: [], birthDate: null, ddmmyy: null, inactiveOn: null }
/** From here first control digits with remainder 1 to 3 are given out, and the control is a warning. */
const newControl = plainDate('2032-01-01')

function duf(ask: Ask, number: string): Answer {
  const controlFits = hasDufControl(number)
  ask.step('step.identity.duf', ref('SSB, KOSTRA-kontroll', undefined, { certainty: 'P', note: 'vektene 4 6 3 2 4 6 3 2 7 5, modulo 11; ikke publisert av Utlendingsdirektoratet' }))
  return { ...unknown, kind: 'duf', controlFits, usable: true, warnings: controlFits ? [] : ['duf_control'] }
}

const kindOf = { fnr: 'fnr', tnr: 'fnr', dnr: 'dnr', 'dnr-and-tnr': 'dnr', hnr: 'hnr', 'dnr-and-hnr': 'hnr' } as const

/** Whether the control digits fit by the rule of the day: one value before 2032, four for the first digit from then. */
function controlFitsOn(ask: Ask, number: string): boolean {
  const isNew = ask.on >= newControl
  ask.step(isNew ? 'step.identity.controlFrom2032' : 'step.identity.control', ref('Skatteetaten', undefined, { certainty: 'P', note: 'nytt fødselsnummer fra 2032; navikt/fnrvalidator' }))
  return isNew ? idnr(number).status === 'valid' : hasControlDigits(number)
}

/** A D-number goes inactive five years after it was given; the day it was given is needed to say when. */
function inactivity(ask: Ask, kind: Answer['kind']): PlainDate | null {
  if (kind !== 'dnr') return null
  const givenOn = ask.known('dNumberGivenOn')
  if (givenOn === undefined) {
    ask.open('open.identity.dNumberGivenOn')
    return null
  }
  const inactiveOn = addMonths(givenOn, 60)
  ask.step('step.identity.inactive', ref('FOR-2017-07-14-1201', '2-2-2', { ledd: 3 }), { params: { givenOn, inactiveOn, years: 5 } })
  return inactiveOn
}

function ofElevenDigits(ask: Ask, number: string): Answer {
  const type = getType(number)
  const kind = kindOf[type]
  const result = idnr(number)
  if (result.status === 'invalid' && result.reasons.includes('invalid date')) {
    ask.step('step.identity.noDate', ref('FREG', '2-2', { certainty: 'K' }))
    return unknown
  }
  const controlFits = controlFitsOn(ask, number)
  const inactiveOn = inactivity(ask, kind)
  const { ddmmyy, date } = birthDateIn(number)
  ask.step('step.identity.birthDate', ref('FOR-2017-07-14-1201', kind === 'dnr' ? '2-2-2' : '2-2-1'))
  const synthetic = type === 'tnr' || type === 'dnr-and-tnr'
  const holds = { control_digits: !controlFits, duf_control: false, synthetic, help_number: kind === 'hnr', birth_date_may_differ: true, d_number_inactive: inactiveOn !== null && ask.on >= inactiveOn }
  return { kind, synthetic, controlFits, usable: controlFits || ask.on >= newControl, warnings: NUMBER_WARNINGS.filter((one) => holds[one]), birthDate: kind === 'fnr' ? date ?? null : null, ddmmyy, inactiveOn }
}

/** What kind of number it is, whether its control fits, and the birth date in it. A person's number changes over time: never use it as a key. */
export const identityNumber = rule({
  name: 'identity.number', version: 1, decidedBy: [], facts: names, answer: IdentityNumber,
  sources: [ref('FOR-2017-07-14-1201', '2-2-1'), ref('FOR-2017-07-14-1201', '2-2-2'), ref('FOR-2017-07-14-1201', '3-3-1')], checkedBy: 'Skatteetaten',
  decide(ask) {
    const number = ask.need('identityNumber').identityNumber.replace(/[\s.\-/]/g, '')
    if (/^\d{12}$/.test(number)) return duf(ask, number)
    if (/^\d{11}$/.test(number)) return ofElevenDigits(ask, number)
    ask.step('step.identity.format', ref('FOR-2017-07-14-1201', '2-2-1'))
    return unknown
  },
})
