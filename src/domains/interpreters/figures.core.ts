import type { BookingState } from './booking.schema.ts'

export type Counted = { language: string; state: BookingState; hadInterpreter: boolean }
export type Figures = { asked: number; had: number; notHad: number }
export type LanguageFigures = Figures & { language: string }

/** A language asked for fewer times than this is not shown alone: with its few speakers it could be somebody. */
export const FEWEST = 5

const sum = (rows: readonly Counted[]): Figures => ({
  asked: rows.length, had: rows.filter(({ hadInterpreter }) => hadInterpreter).length, notHad: rows.filter(({ state }) => state === 'not_had' || state === 'interpreter_absent').length })

/**
 * How often an interpreter was asked for and had, in all and for each language. Rare languages are counted together;
 * where they would still be too few, the least of the others is counted with them, so that they cannot be found by taking away.
 */
export function figuresOf(rows: readonly Counted[]): { total: Figures; languages: LanguageFigures[]; rest: Figures | null } {
  const counts = Map.groupBy(rows, ({ language }) => language)
  const byCount = [...counts].toSorted(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
  const shown = byCount.filter(([, own]) => own.length >= FEWEST)
  const hidden = byCount.filter(([, own]) => own.length < FEWEST).flatMap(([, own]) => own)
  if (hidden.length > 0 && hidden.length < FEWEST) hidden.push(...(shown.pop()?.[1] ?? []))
  return { total: sum(rows), languages: shown.map(([language, own]) => ({ language, ...sum(own) })), rest: hidden.length === 0 ? null : sum(hidden) }
}
