import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { useFilters } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { ActivityRow } from '../activity.schema.ts'
import { useKind, useScheduleText } from './words.ts'
import './week.css'

const Filter = z.object({ whose: z.enum(['mine', 'all']).optional(), past: z.boolean().default(false) })

function useColumns(): Column<ActivityRow, string>[] {
  const t = useText('week')
  const kindText = useKind()
  const scheduleText = useScheduleText()
  const { formatNumber } = useFormat()
  const mayTeach = useMay()('programme.teach')
  return [
    { key: 'activity', header: t('column.activity'), names: true, cell: (row) => <><Link to={`/week/${row.id}`}>{row.title}</Link><br /><small>{kindText(row.kind)}</small></> },
    { key: 'when', header: t('column.when'), cell: (row) => <>{scheduleText(row.schedule)} {row.isToday && <Tag tone="info">{t('list.today')}</Tag>}</> },
    { key: 'teacher', header: t('column.teacher'), cell: (row) => <bdi>{row.teacherName ?? '–'}</bdi> },
    { key: 'place', header: t('column.place'), cell: (row) => row.place ?? '–' },
    { key: 'participants', header: t('column.participants'), align: 'end', cell: (row) => formatNumber(row.participants) },
    { key: 'hours', header: t('column.hours'), align: 'end', cell: (row) => formatNumber(row.hoursAWeek) },
    ...(mayTeach ? [{ key: 'attendance', header: t('column.attendance'), cell: (row: ActivityRow) => <LinkButton kind={row.isToday ? 'secondary' : 'quiet'} to={`/attendance/class/${row.id}`}>{t(row.isToday ? 'activity.register' : 'activity.registerOther')}</LinkButton> }] : []),
  ]
}

/** Classes with their hours: where a teacher's day begins. */
export function ActivitiesPage() {
  const t = useText('week')
  const may = useMay()
  const columns = useColumns()
  const [{ whose = may('programme.write') ? 'all' : 'mine', past }, change] = useFilters(Filter)
  const query = useApi('programme.listActivities', { mine: whose === 'mine', past }, { keep: true })
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')} actions={query.data?.mayAdd && <LinkButton kind="primary" icon="plus" to="/week/new">{t('list.new')}</LinkButton>} />
      <FilterBar active={[]} onClear={() => change({ whose: undefined, past: false })} found={query.data && t('list.found', { count: query.data.rows.length })}>
        <Select id="whose" name="whose" label={t('list.mine')} value={whose} onChange={(next) => change({ whose: next ?? 'all' })} options={[{ value: 'mine', label: t('list.onlyMine') }, { value: 'all', label: t('list.all') }]} />
        <Checkbox id="past" name="past" label={t('list.past')} value={past} onChange={(next) => change({ past: next ?? false })} />
      </FilterBar>
      <Loaded query={query} rows={8}>{({ rows, mayAdd }) => rows.length === 0
        ? <EmptyState title={t('list.empty')} action={mayAdd && <LinkButton icon="plus" to="/week/new">{t('list.new')}</LinkButton>}>{t('list.emptyHelp')}</EmptyState>
        : <Table caption={t('list.title')} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />}</Loaded>
    </>
  )
}
