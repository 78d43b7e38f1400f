import { useFormat, useText } from '#web/i18n.tsx'

/** A figure with its unit, as people read it; a repeal says so. */
export function useFigure(): (value: number | null, unit: string) => string {
  const t = useText('rule-settings')
  const { formatNumber } = useFormat()
  return (value, unit) => (value === null ? t('values.repealed') : t('values.figure', { figure: formatNumber(value, { maximumFractionDigits: 4 }), unit: unitWord(unit) }))
}

/** A unit as a word that a message can choose by. */
export const unitWord = (unit: string): string => unit.replace('/', '_')
