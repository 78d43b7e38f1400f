import { CEFR_LEVELS } from '#shared/cefr.ts'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import type { ListState } from './filters.ts'
import { useChoices } from './words.ts'

type Props = { state: ListState; onChange: (next: Partial<ListState>) => void }

const added = <T,>(all: readonly T[] | undefined, one: T | undefined): T[] | undefined => (one === undefined ? all?.slice() : [...new Set([...(all ?? []), one])])

/** The ways to narrow the list. Choosing one more status adds it; the chips take them off again. */
export function PeopleFilters({ state, onChange }: Props) {
  const t = useText('people')
  const { account } = useMe()
  const { statuses, arrivals } = useChoices()
  const advisers = useApi('people.listAdvisers', {}).data?.rows ?? []
  const isAdviser = advisers.some(({ id }) => id === account.id)
  return (
    <>
      <Select label={t('column.status')} value={undefined} empty={t('filter.any')} onChange={(one) => onChange({ status: added(state.status, one) })} options={statuses} />
      <Select label={t('field.adviserId')} value={state.adviserId} empty={t('filter.any')} onChange={(adviserId) => onChange({ adviserId })} options={advisers.map(({ id, name }) => ({ value: id, label: name }))} />
      <Select label={t('filter.norwegian')} value={state.norwegianAtLeast} empty={t('filter.any')} onChange={(norwegianAtLeast) => onChange({ norwegianAtLeast })} options={CEFR_LEVELS.map((value) => ({ value, label: t('filter.atLeast', { level: value }) }))} />
      <Select label={t('column.placement')} value={state.placement} empty={t('filter.any')} onChange={(placement) => onChange({ placement })} options={[{ value: 'with', label: t('filter.placement.with') }, { value: 'without', label: t('filter.placement.without') }]} />
      <Select label={t('field.arrivalCategory')} value={undefined} empty={t('filter.any')} onChange={(one) => onChange({ arrivalCategory: added(state.arrivalCategory, one) })} options={arrivals} />
      {isAdviser && state.adviserId !== account.id && <Button kind="quiet" onClick={() => onChange({ adviserId: account.id })}>{t('filter.mine')}</Button>}
    </>
  )
}
