import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { read, unreadable, type Reading } from '#shared/file-reading.ts'
import { fold } from '#shared/text.ts'
import type { AddressProtection, ArrivalCategory } from './arrival.schema.ts'

const plain = (text: string): string => fold(text).replace(/[_.,:;()/-]+/g, ' ').replace(/\s+/g, ' ').trim()

/** A reader for a closed list: each value with the words that mean it; anything else is refused with `code`. */
function oneOf<T>(code: string, words: readonly (readonly [T, readonly string[]])[]): (text: string) => Reading<T> {
  const meaning = new Map(words.flatMap(([value, names]) => names.map((name): [string, T] => [plain(name), value])))
  return (text) => {
    const value = meaning.get(plain(text))
    return value === undefined ? unreadable(code, { value: text }) : read(value)
  }
}

export const readGender = oneOf<'female' | 'male' | 'other'>('gender.unknown', [
  ['female', ['kvinne', 'kvinner', 'k', 'f', 'jente', 'dame', 'female', 'woman']],
  ['male', ['mann', 'm', 'gutt', 'male', 'man']],
  ['other', ['annet', 'anna', 'other', 'x']],
])

export const readArrival = oneOf<ArrivalCategory>('arrivalCategory.unknown', [
  ['resettlement_refugee', ['overføringsflyktning', 'overføringsflyktninger', 'ovf', 'kvoteflyktning', 'FN-flyktning', 'resettlement refugee', 'resettlement_refugee']],
  ['asylum', ['asyl', 'asylsøker', 'asylsøkjar', 'flyktning', 'innvilget asyl', 'innvilga asyl', 'asylum', 'refugee']],
  ['humanitarian', ['opphold på humanitært grunnlag', 'opphald på humanitært grunnlag', 'humanitært grunnlag', 'humanitært', 'humanitarian', 'humanitarian grounds']],
  ['collective_protection', ['kollektiv beskyttelse', 'kollektivt vern', 'midlertidig kollektiv beskyttelse', 'mellombels kollektivt vern', 'midlertidig beskyttelse', '§ 34', 'utlendingsloven § 34', 'collective protection', 'temporary protection', 'collective_protection']],
  ['family_reunification', ['familiegjenforening', 'familiegjenforent', 'familiesameining', 'familieattforeining', 'family reunification', 'family_reunification']],
  ['family_establishment', ['familieetablering', 'familieetablert', 'family establishment', 'family_establishment']],
  ['unaccompanied_minor', ['enslig mindreårig', 'enslig mindreårig flyktning', 'enslig mindreårig asylsøker', 'einsleg mindreårig', 'EM', 'EMA', 'EMF', 'unaccompanied minor', 'unaccompanied_minor']],
  ['other', ['annet', 'anna', 'andre', 'other']],
])

/** Never guesses: a word that is not known is refused, since "none" by mistake would uncover somebody. */
export const readProtection = oneOf<AddressProtection>('addressProtection.unknown', [
  ['none', ['ingen', 'inga', 'nei', 'ugradert', 'none', 'no', '0']],
  ['confidential', ['fortrolig', 'fortruleg', 'kode 7', '7', 'SPFO', 'confidential']],
  ['strictly_confidential', ['strengt fortrolig', 'strengt fortruleg', 'strengt fortrolig utland', 'kode 6', '6', 'SPSF', 'strictly confidential', 'strictly_confidential']],
])

export const readEducation = oneOf<number>('educationLevel.unknown', [
  [0, ['0', 'ingen', 'inga', 'ingen utdanning', 'inga utdanning', 'ingen skolegang', 'ingen utdanning og førskoleutdanning', 'ingen fullført utdanning', 'none']],
  [1, ['1', 'barneskole', 'barneskule', 'barneskoleutdanning', 'grunnskole 1-7', 'primary school', 'primary']],
  [2, ['2', 'ungdomsskole', 'ungdomsskule', 'ungdomsskoleutdanning', 'grunnskole', 'grunnskule', 'lower secondary']],
  [3, ['3', 'videregående grunnutdanning', 'videregående, grunnutdanning', 'vidaregåande, grunnutdanning', 'påbegynt videregående', 'påbyrja vidaregåande']],
  [4, ['4', 'videregående', 'videregående skole', 'vidaregåande', 'vidaregåande skule', 'videregående, avsluttende utdanning', 'vgs', 'fagbrev', 'fagutdanning', 'yrkesutdanning', 'upper secondary']],
  [5, ['5', 'påbygging til videregående utdanning', 'fagskole', 'fagskule', 'vocational college']],
  [6, ['6', 'bachelor', 'bachelorgrad', 'høyskole', 'høgskole', 'høgskule', 'universitet', 'universitets- og høgskoleutdanning, lavere nivå', 'høyere utdanning lavere nivå', 'bachelor degree']],
  [7, ['7', 'master', 'mastergrad', 'hovedfag', 'universitets- og høgskoleutdanning, høyere nivå', 'høyere utdanning høyere nivå', 'master degree']],
  [8, ['8', 'doktorgrad', 'phd', 'ph.d.', 'forskerutdanning', 'forskarutdanning', 'doctorate']],
  [9, ['9', 'uoppgitt', 'uoppgjeven', 'ukjent', 'ukjend', 'not stated', 'unknown']],
])

const BELOW_A1 = new Set(['a1-', 'under a1', 'ingen', 'inga', '0', 'a0', 'nybegynner', 'below a1'])

/** A level as `A2`, `a2` or `under A1`. Two levels in one cell (`A1/A2`) are refused: only the test can settle them. */
export function readLevel(text: string): Reading<CefrLevel> {
  const level = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/^(?:nivå |level )/, '')
  if (BELOW_A1.has(level)) return read('A1-')
  const known = CefrLevel.safeParse(level.toUpperCase())
  return known.success ? read(known.data) : unreadable('level.unknown', { value: text })
}

/** Separators people put in a telephone number. */
const inPhone = /[\s().\-/]/g

/** `+` and digits. Eight digits are Norwegian, with or without 47 before them; others need `+` or `00`. */
export function readPhone(input: string | number): Reading<string> {
  const digits = String(input).replace(inPhone, '').replace(/^00/, '+').replace(/^\+0+/, '+')
  if (/^[2-9]\d{7}$/.test(digits)) return read(`+47${digits}`)
  if (/^\+?47[2-9]\d{7}$/.test(digits)) return read(`+${digits.replace('+', '')}`)
  if (/^\+(?!47)[1-9]\d{6,14}$/.test(digits)) return read(digits)
  return unreadable('phone.unknown', { value: input })
}

export function readEmail(text: string): Reading<string> {
  const email = z.email().safeParse(text.trim().replace(/^mailto:/i, ''))
  return email.success ? read(email.data) : unreadable('email.unknown', { value: text })
}

/** Four digits; a spreadsheet's `502` is `0502`. */
export function readPostcode(input: string | number): Reading<string> {
  const digits = String(input).trim().replace(/^(?:no|n)-?(?=\d)/i, '')
  return /^\d{3,4}$/.test(digits) ? read(digits.padStart(4, '0')) : unreadable('postcode.unknown', { value: input })
}

/** `7411`, `7411.01`, `7411 Elektriker` or `Elektriker`. */
export function readOccupation(input: string | number): Reading<{ code?: string; title?: string }> {
  const text = String(input).trim()
  const match = /^(?:STYRK(?:-?08)?\s*:?\s*)?(\d{4})(?:\.\d{1,3})?(?![\d])\s*[-–:]?\s*(.*)$/is.exec(text)
  if (!match?.[1]) return /^\d+$/.test(text) ? unreadable('occupation.code', { value: input }) : read({ title: text })
  return read({ code: match[1], ...(match[2] && { title: match[2] }) })
}

const LICENCES = new Set(['AM', 'A', 'A1', 'A2', 'B', 'B1', 'B96', 'BE', 'C1', 'C1E', 'C', 'CE', 'D1', 'D1E', 'D', 'DE', 'T', 'S'])
const NO_LICENCE = new Set(['nei', 'ingen', 'inga', 'ikkje', 'no', 'none', '-'])

/** Classes of driving licence: `B, BE`, `klasse B og C1`. `ja` alone is refused, since it does not say which. */
export function readLicences(text: string): Reading<string[]> {
  if (NO_LICENCE.has(text.trim().toLowerCase())) return read([])
  const parts = text.toUpperCase().replace(/\b(?:KLASSE|KL|OG|AND|CLASS)\b\.?/g, ' ').split(/[\s,;/+]+/).filter(Boolean)
  const odd = parts.find((part) => !LICENCES.has(part))
  return odd === undefined ? read([...new Set(parts)]) : unreadable('licences.unknown', { value: odd })
}

/** Hours in a week, above 0 and at most 60; `37,5` and `30 timer` too. */
export function readHours(input: string | number): Reading<number> {
  const hours = Number(String(input).trim().replace(/\s*(?:t|timer|timar|hours|h)\.?(?:\s*(?:per|pr|i)\.?\s*\p{L}+)?$/iu, '').replace(',', '.'))
  return hours > 0 && hours <= 60 ? read(hours) : unreadable('hoursPerWeek.unknown', { value: input })
}
