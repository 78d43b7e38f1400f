import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { WaitingPicture } from '../recognition.schema.ts'

type Props = { pictures: readonly WaitingPicture[]; onEnter?: (authority: WaitingPicture['authority']) => void }

/** How long each authority has taken, and what the municipality has entered to expect. */
export function Pictures({ pictures, onEnter }: Props) {
  const t = useText('recognition')
  const { formatDate } = useFormat()
  return (
    <Table caption={t('picture.title')} hideCaption rows={pictures} rowKey={({ authority }) => authority.id} columns={[
      { key: 'name', header: t('fact.authority'), names: true, cell: ({ authority }) => <>{authority.name}<span className="recognition-quiet">{t(`scheme.${authority.scheme}`)}</span></> },
      { key: 'open', header: t('picture.open'), align: 'end', cell: ({ open }) => open },
      { key: 'late', header: t('late'), align: 'end', cell: ({ late }) => late },
      { key: 'median', header: t('picture.median'), cell: ({ answered, medianDays, lowDays, highDays }) => (answered === null || medianDays === null ? <span className="unknown">{t('picture.tooFew')}</span>
        : <>{t('picture.days', { days: medianDays })}<span className="recognition-quiet">{t('picture.spread', { low: lowDays ?? 0, high: highDays ?? 0, count: answered })}</span></>) },
      { key: 'expected', header: t('picture.expected'), cell: ({ authority: { expectedWeeks, source, sourceOn } }) => (expectedWeeks === null ? <span className="unknown">{t('waiting.notEntered')}</span>
        : <>{t('picture.weeks', { weeks: expectedWeeks })}<span className="recognition-quiet">{source}, {sourceOn && formatDate(sourceOn)}</span></>) },
      ...(onEnter ? [{ key: 'do', header: t('column.do'), cell: ({ authority }: WaitingPicture) => <Button kind="quiet" icon="edit" iconOnly onClick={() => onEnter(authority)}>{t('authority.title', { name: authority.name })}</Button> }] : []),
    ]} />
  )
}
