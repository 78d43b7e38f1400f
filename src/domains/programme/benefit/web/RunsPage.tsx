import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useGo } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Computing } from './Computing.tsx'
import { SettingDialog } from './SettingDialog.tsx'
import { showsRun, stateTones, useKroner, useMonth } from './words.ts'
import './benefit.css'

type Runs = Output<'programme.listBenefitRuns'>
type Row = Runs['rows'][number]

/** The month that comes next, and the button that computes it. */
function NextMonth({ next, mayPrepare }: { next: Runs['next'][number]; mayPrepare: boolean }) {
  const t = useText('benefit')
  const month = useMonth()
  const { formatDate } = useFormat()
  const go = useGo()
  const [id] = useState(newId)
  const prepare = useCommand('programme.prepareBenefitRun', { refreshes: showsRun, onDone: ({ id: runId }) => go(`/benefit/${runId}`) })
  return (
    <Section title={`${t('next.title')}: ${month(next.month)}`} actions={mayPrepare && <Button kind="primary" pending={prepare.pending} onClick={() => { void prepare.run({ id, month: next.month, isProtected: next.isProtected }) }}>{t('next.prepare', { month: month(next.month) })}</Button>}>
      <div className="stack">
        <ErrorSummary refusals={prepare.refusals} />
        <p>{next.isProtected && <><Tag tone="danger">{t('protected')}</Tag> </>}{t('next.what', { people: next.people, day: formatDate(next.payOn, 'long') })}</p>
        {prepare.pending && <Computing people={next.people} />}
      </div>
    </Section>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText('benefit')
  const month = useMonth()
  const kroner = useKroner()
  const { formatDate, formatNumber } = useFormat()
  return [
    { key: 'month', header: t('column.month'), names: true, cell: (row) => <span className="cluster"><Link to={`/benefit/${row.id}`}>{month(row.month)}</Link>{row.isProtected && <Tag tone="danger">{t('protected')}</Tag>}</span> },
    { key: 'state', header: t('column.state'), cell: (row) => <Tag tone={stateTones[row.state]}>{t(`state.${row.state}`, { count: row.openIssues })}</Tag> },
    { key: 'people', header: t('column.people'), align: 'end', cell: (row) => formatNumber(row.people) },
    { key: 'total', header: t('column.total'), align: 'end', cell: (row) => kroner(row.totalOre) },
    { key: 'payOn', header: t('column.payOn'), cell: (row) => formatDate(row.payOn) },
    { key: 'preparedBy', header: t('column.preparedBy'), cell: (row) => <bdi>{row.preparedBy}</bdi> },
    { key: 'approvedBy', header: t('column.approvedBy'), cell: (row) => (row.approvedBy === null ? '–' : <bdi>{row.approvedBy}</bdi>) },
  ]
}

function Shown({ runs, onSetting }: { runs: Runs; onSetting: () => void }) {
  const t = useText('benefit')
  const columns = useColumns()
  return (
    <div className="stack">
      {runs.setting === null && <Notice tone="warning" title={t('setting.none')} action={<Button kind="primary" onClick={onSetting}>{t('setting.title')}</Button>}>{t('setting.noneHelp')}</Notice>}
      {runs.next.map((next) => <NextMonth key={`${next.month}${next.isProtected}`} next={next} mayPrepare={runs.mayPrepare} />)}
      <Section title={t('list.runs')} count={runs.rows.length}>
        {runs.rows.length === 0
          ? <EmptyState title={t('list.empty')}>{t(runs.setting !== null && runs.next.length === 0 ? 'list.nobody' : 'list.emptyHelp')}</EmptyState>
          : <Table caption={t('list.runs')} hideCaption columns={columns} rows={runs.rows} rowKey={({ id }) => id} />}
      </Section>
      {runs.setting && <p className="benefit__quiet">{t('setting.what', { day: runs.setting.payDay, months: runs.setting.monthsAfter })} {runs.mayPrepare && <Button kind="quiet" onClick={onSetting}>{t('setting.change')}</Button>}</p>}
    </div>
  )
}

/** Every month's run, and the next one to prepare. */
export function RunsPage() {
  const t = useText('benefit')
  const query = useApi('programme.listBenefitRuns', {})
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')} />
      <Loaded query={query} rows={6}>{(runs) => <><Shown runs={runs} onSetting={() => setOpen(true)} /><SettingDialog setting={runs.setting} open={isOpen} onClose={() => setOpen(false)} /></>}</Loaded>
    </>
  )
}
