import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { PresentationState } from '../match.schema.ts'
import { PresentationTable } from './PresentationTable.tsx'
import './matching.css'

const Shown = z.object({ scope: z.enum(['mine', 'all']).catch('mine').default('mine'), state: z.union([PresentationState, z.literal('all')]).catch('all').default('all'), page: z.number().int().min(1).catch(1).default(1) })

/** Everything between a thought and a meeting: by how far it has come, and whose turn it is. */
export function BoardPage() {
  const t = useText('matching')
  const [{ scope, state, page }, change] = useFilters(Shown)
  const query = useApi('matching.listPresentations', { mine: scope === 'mine', ...(state !== 'all' && { state }), page: page - 1 }, { keep: true })
  const counts = query.data?.counts
  const content = (
    <Loaded query={query}>
      {({ rows, total, pageSize }) => (rows.length === 0 ? <EmptyState title={t('board.empty')}>{t('board.emptyHelp')}</EmptyState> : <>
        <PresentationTable rows={rows} caption={t('board.title')} />
        <Pagination page={page} size={pageSize} total={total} onPage={(next) => change({ page: next })} />
      </>)}
    </Loaded>
  )
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <PageHeader title={t('board.title')} description={t('board.help')} />
      <div className="filters"><div className="filters__fields"><Select label={t('board.scope')} value={scope === 'mine' ? scope : undefined} empty={t('board.everybody')} onChange={(next) => change({ scope: next ?? 'all', page: 1 })} options={[{ value: 'mine', label: t('board.mine') }]} /></div></div>
      <Tabs label={t('board.states')} value={state} onChange={(next) => change({ state: PresentationState.safeParse(next).data ?? 'all', page: 1 })}
        tabs={[{ value: 'all', label: t('board.all'), count: all, content }, ...PresentationState.options.map((one) => ({ value: one, label: t(`state.${one}`), count: counts?.[one], content }))]} />
    </>
  )
}
