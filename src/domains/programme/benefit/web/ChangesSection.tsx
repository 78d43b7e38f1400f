import { useText } from '#web/i18n.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Run } from './run.ts'
import { useKroner } from './words.ts'

type Change = Run['changes'][number]
const tones = { new: 'success', gone: 'neutral', changed: 'info' } as const

/** Who gets another amount than the month before: what an approver looks at. */
export function ChangesSection({ run }: { run: Run }) {
  const t = useText('benefit')
  const kroner = useKroner()
  const columns: Column<Change>[] = [
    { key: 'person', header: t('column.person'), names: true, cell: (row) => <PersonName name={row.personName} /> },
    { key: 'why', header: t('column.why'), cell: (row) => <Tag tone={tones[row.why]}>{t(`changes.${row.why}`)}</Tag> },
    { key: 'before', header: t('column.lastMonth'), align: 'end', cell: (row) => kroner(row.beforeOre) },
    { key: 'now', header: t('column.payout'), align: 'end', cell: (row) => kroner(row.nowOre) },
    { key: 'difference', header: t('column.difference'), align: 'end', cell: (row) => kroner(row.nowOre - row.beforeOre, { signed: true }) },
  ]
  if (run.lastMonth === null) return null
  return (
    <Section title={t('changes.title')} count={run.changes.length}>
      {run.changes.length === 0 ? <p>{t('changes.none')}</p> : <details open={run.actions.includes('approve')}><summary>{t('changes.show', { count: run.changes.length })}</summary><Table caption={t('changes.title')} hideCaption columns={columns} rows={run.changes} rowKey={({ personId }) => personId} /></details>}
    </Section>
  )
}
