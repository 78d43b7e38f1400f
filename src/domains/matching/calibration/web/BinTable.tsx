import { useText } from '#web/i18n.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { Outcome, ScoreBin, Share } from '../calibration.schema.ts'
import { useShareText } from './words.ts'

type Row = { key: string; name: string; count: number | null; share: Share }

/** Each part by score with what came of it, and how many nobody knows of. */
export function BinTable({ bins, total, outcome }: { bins: readonly ScoreBin[]; total: Share; outcome: Outcome }) {
  const t = useText('calibration')
  const text = useShareText()
  const rows: Row[] = [...bins.map(({ from, to, count, shares }) => ({ key: `${from}`, name: `${from}–${to}`, count, share: shares[outcome] })), { key: 'total', name: t('column.total'), count: bins.reduce((sum, { count }) => sum + count, 0), share: total }]
  return (
    <Table caption={t('bins.title')} hideCaption rows={rows} rowKey={({ key }) => key} columns={[
      { key: 'score', header: t('column.score'), names: true, cell: ({ name }) => name },
      { key: 'count', header: t('column.count'), align: 'end', cell: ({ count }) => count },
      { key: 'share', header: t('column.share'), align: 'end', cell: ({ share }) => <>{text.share(share)}{share.yes !== null && <span className="match-gap">{t('ofKnown', { yes: share.yes, known: share.known })}</span>}</> },
      { key: 'interval', header: t('column.interval'), align: 'end', cell: ({ share }) => text.interval(share) },
      { key: 'missing', header: t('column.missing'), align: 'end', cell: ({ share }) => share.missing },
    ]} />
  )
}
