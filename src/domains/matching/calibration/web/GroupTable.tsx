import { useFindText, useText } from '#web/i18n.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { GroupRow } from '../calibration.schema.ts'
import { useShareText } from './words.ts'

/** Each group beside what the scores of its members would lead one to expect; small ones are hidden. */
export function GroupTable({ rows, smallest }: { rows: readonly GroupRow[]; smallest: number }) {
  const t = useText('calibration')
  const find = useFindText()
  const text = useShareText()
  const dash = <span aria-hidden="true">–</span>
  const columns: Column<GroupRow>[] = [
    { key: 'group', header: t('column.group'), names: true, cell: ({ key }) => <bdi>{find(`group.${key}`, 'calibration') ?? key}</bdi> },
    { key: 'share', header: t('column.share'), align: 'end', cell: ({ result }) => (result === 'hidden' ? <span className="unknown">{t('hidden', { smallest })}</span> : <>{text.share(result)}{result.yes !== null && <span className="match-gap">{t('ofKnown', { yes: result.yes, known: result.known })}</span>}</>) },
    { key: 'interval', header: t('column.interval'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : text.interval(result)) },
    { key: 'expected', header: t('column.expected'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : text.share({ share: result.expected })) },
    { key: 'differs', header: t('column.differs'), cell: ({ result }) => (result === 'hidden' || result.expected === null ? dash : <Tag tone={result.differs ? 'warning' : 'neutral'}>{result.differs ? t('differs') : t('asExpected')}</Tag>) },
    { key: 'missing', header: t('column.missing'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : result.missing) },
  ]
  return <Table caption={t('groups.title')} hideCaption columns={columns} rows={rows} rowKey={({ key }) => key} />
}
