import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { SaveForecastInput } from './forecast.schema.ts'

/** A source of so many years ago is shown as old and not counted. */
export const FRESH_YEARS = 4

/** Whether a forecast may be kept: of a source that is out, and for a time from the source's own year on. */
export const maySaveForecast = (input: Pick<SaveForecastInput, 'sourceYear' | 'horizonYear'>, thisYear: number): Refusal[] => [
  ...check(input.sourceYear <= thisYear, { code: 'forecast.sourceAhead', path: 'sourceYear' }),
  ...check(input.horizonYear >= input.sourceYear, { code: 'forecast.horizonBefore', path: 'horizonYear' }),
]

/** Whether a forecast says nothing of today any more: its time is over, or its source is old. */
export const isOld = ({ horizonYear, sourceYear }: Pick<SaveForecastInput, 'sourceYear' | 'horizonYear'>, thisYear: number): boolean => horizonYear < thisYear || sourceYear < thisYear - FRESH_YEARS
