import type { OperationName, Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import type { PathLevels, PathStep, TradePath } from '../path.schema.ts'

export type PersonPath = Output<'competence.getPersonPath'>
export type OnPath = NonNullable<PersonPath['now']>

/** Reads whose answers a change of the catalogue or of her road makes old. */
export const showsPaths: readonly OperationName[] = ['competence.listPaths', 'competence.getPersonPath']

/** A road by trade and form. */
export function usePathName(): (path: Pick<TradePath, 'trade' | 'form'>) => string {
  const t = useText('paths')
  return ({ trade, form }) => t('name', { trade, form: t(`form.${form}`) })
}

/** The Norwegian a step asks for, in one line. */
export function useLevelsText(): (levels: PathLevels) => string {
  const t = useText('paths')
  return (levels) => (['listening', 'reading', 'writing', 'oral'] as const).flatMap((skill) => { const level = levels[skill]; return level === null ? [] : [`${t(`skill.${skill}`)} ${level}`] }).join(', ')
}

/** How long a step usually takes, or how much practice it asks for. */
export function useMonthsText(): (step: Pick<PathStep, 'kind' | 'months'>) => string {
  const t = useText('paths')
  return ({ kind, months }) => (months === null ? '' : t(kind === 'practice' ? 'step.practiceMonths' : 'step.months', { count: months }))
}
