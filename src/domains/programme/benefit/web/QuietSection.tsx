import { useFormat, useText } from '#web/i18n.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { useMay } from '#web/me.tsx'
import type { Run } from './run.ts'
import { useKroner, useLineText } from './words.ts'

type Row = Run['quiet']['rows'][number]
const PAGE = 25

/** Those nobody has to look at: folded away, and found by name. */
export function QuietSection({ run, text, onText, page, onPage }: { run: Run; text: string; onText: (text: string) => void; page: number; onPage: (page: number) => void }) {
  const t = useText('benefit')
  const may = useMay()
  const kroner = useKroner()
  const lineText = useLineText()
  const { formatNumber } = useFormat()
  const columns: Column<Row>[] = [
    { key: 'person', header: t('column.person'), names: true, cell: (row) => <PersonName name={row.personName} to={may('people.read') ? `/people/${row.personId}?tab=benefit-benefit` : undefined} /> },
    { key: 'lines', header: t('column.lines'), cell: (row) => <ul className="lines">{row.lines.map((line) => <li key={`${line.kind}${line.forMonth}`}>{lineText(line)}: {kroner(line.amountOre)}</li>)}</ul> },
    { key: 'last', header: t('column.lastMonth'), align: 'end', cell: (row) => (row.lastMonthOre === null ? '–' : kroner(row.lastMonthOre)) },
    { key: 'payout', header: t('column.payout'), align: 'end', cell: (row) => kroner(row.payoutOre) },
  ]
  return (
    <Section title={t('quiet.title')} count={run.quiet.total}>
      <details open={text !== '' || page > 0 || undefined}>
        <summary>{t('quiet.show', { count: formatNumber(run.quiet.total) })}</summary>
        <div className="stack">
          <SearchField label={t('quiet.search')} placeholder={t('quiet.search')} value={text} onChange={onText} />
          {run.quiet.rows.length === 0 ? <p role="status">{t('quiet.none')}</p> : <Table caption={t('quiet.title')} hideCaption columns={columns} rows={run.quiet.rows} rowKey={({ personId }) => personId} />}
          <Pagination page={page + 1} size={PAGE} total={run.quiet.total} onPage={(next) => onPage(next - 1)} />
        </div>
      </details>
    </Section>
  )
}
