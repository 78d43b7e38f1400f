import { CefrLevel } from '#shared/cefr.ts'
import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import type { ActiveFilter } from '#web/ui/FilterBar.tsx'
import { ArrivalCategory } from '../arrival.schema.ts'
import { PersonStatus } from '../person.schema.ts'

/** What the address keeps of the list. Never the name searched for. */
export const ListState = z.object({
  status: z.array(PersonStatus).optional(), arrivalCategory: z.array(ArrivalCategory).optional(), adviserId: z.string().optional(),
  norwegianAtLeast: CefrLevel.optional(), placement: z.enum(['with', 'without']).optional(),
  sort: z.enum(['name', 'settled']).default('name'), page: z.int().min(1).default(1),
})
export type ListState = z.output<typeof ListState>
export const NO_FILTERS = { status: undefined, arrivalCategory: undefined, adviserId: undefined, norwegianAtLeast: undefined, placement: undefined, page: 1 }

/** The filters in use as chips, each of which can be taken off. */
export function useActiveFilters(state: ListState, change: (next: Partial<ListState>) => void): ActiveFilter[] {
  const t = useText('people')
  const advisers = useApi('people.listAdvisers', {})
  const without = <T>(all: readonly T[] | undefined, one: T): T[] | undefined => {
    const left = (all ?? []).filter((other) => other !== one)
    return left.length > 0 ? left : undefined
  }
  return [
    ...(state.status ?? []).map((one) => ({ key: one, label: t(`status.${one}`), onRemove: () => change({ status: without(state.status, one), page: 1 }) })),
    ...(state.arrivalCategory ?? []).map((one) => ({ key: one, label: t(`arrival.${one}`), onRemove: () => change({ arrivalCategory: without(state.arrivalCategory, one), page: 1 }) })),
    ...(state.adviserId ? [{ key: 'adviser', label: advisers.data?.rows.find(({ id }) => id === state.adviserId)?.name ?? t('field.adviserId'), onRemove: () => change({ adviserId: undefined, page: 1 }) }] : []),
    ...(state.norwegianAtLeast ? [{ key: 'norwegian', label: t('filter.atLeast', { level: state.norwegianAtLeast }), onRemove: () => change({ norwegianAtLeast: undefined, page: 1 }) }] : []),
    ...(state.placement ? [{ key: 'placement', label: t(`filter.placement.${state.placement}`), onRemove: () => change({ placement: undefined, page: 1 }) }] : []),
  ]
}
