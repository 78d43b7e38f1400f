import type { OperationName, Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import type { FactField } from '../legal-facts.schema.ts'
import { LegalFacts, fieldOf } from '../legal-facts.schema.ts'

export type Decided = Output<'programme.listDecisions'>
export type Decision = Decided['decisions'][number]

/** Reads whose answers a change of facts or a decision makes old. */
export const showsRights: readonly OperationName[] = ['programme.getRights', 'programme.listDecisions', 'programme.draftDecision', 'people.getPerson']

const labelled = ['birthDate', 'settledOn', ...Object.keys(LegalFacts.shape)] as const
type Labelled = 'birthDate' | 'settledOn' | keyof LegalFacts
const isLabelled = (name: string): name is Labelled => labelled.some((one) => one === name)

/** The facts with a place of their own, as fields with their words. */
export function useOwnFacts(): FactField[] {
  const t = useText('decision')
  return labelled.filter(isLabelled).map((name) => {
    const field = fieldOf(name)
    const values = field?.values ?? []
    const labelOf = (value: string): string => (name === 'permit' ? t(`permit.${value}` as 'permit.other') : t(`schooling.${value}` as 'schooling.primary')) // reason for the casts: closed values of these two shapes, each with a text
    return { name, label: t(`fact.${name}`), kind: field?.kind ?? 'date', options: values.map((value) => ({ value, label: labelOf(value) })) }
  })
}
