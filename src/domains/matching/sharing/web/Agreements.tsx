import { useState } from 'react'
import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { SharingAction, SharingAgreement } from '../sharing.schema.ts'
import { AcceptDialog, EndDialog, ProposeDialog } from './AgreementDialogs.tsx'
import { sharingTones } from './words.ts'

type Doing = { row: SharingAgreement; action: SharingAction } | 'propose' | undefined

/** Who did what with an agreement, line by line. */
function Course({ row }: { row: SharingAgreement }) {
  const t = useText('sharing')
  const { formatDate } = useFormat()
  const whose = { municipality: row.otherName, day: formatDate(row.proposedOn), name: row.proposedByName ?? '–' }
  const ended = row.endedOn && { municipality: row.otherName, day: formatDate(row.endedOn), name: row.endedByName ?? '–', reason: row.endReason ?? '–' }
  return (
    <>
      {row.isOurs ? t('agreements.proposedByUs', whose) : t('agreements.proposedByThem', whose)}
      {row.note !== null && <span className="match-gap">{row.note}</span>}
      {row.acceptedOn && <span className="match-gap">{t('agreements.accepted', { day: formatDate(row.acceptedOn), name: row.acceptedByName ?? '–' })}</span>}
      {ended && <span className="match-gap">{row.endedByUs ? t('agreements.endedByUs', ended) : t('agreements.endedByThem', ended)}</span>}
    </>
  )
}

/** With whom places are shared; both sides read the same. */
export function Agreements({ sharing: { rows, neighbours } }: { sharing: Output<'matching.listSharing'> }) {
  const t = useText('sharing')
  const [doing, setDoing] = useState<Doing>()
  const close = (): void => setDoing(undefined)
  const propose = neighbours.length > 0 && <Button kind="primary" icon="plus" onClick={() => setDoing('propose')}>{t('agreements.propose')}</Button>
  const may = useMay()
  const columns: Column<SharingAgreement>[] = [
    { key: 'municipality', header: t('column.municipality'), names: true, cell: ({ otherName }) => otherName },
    { key: 'state', header: t('column.state'), cell: ({ state }) => <Tag tone={sharingTones[state]}>{t(`agreements.state.${state}`)}</Tag> },
    { key: 'course', header: t('column.course'), cell: (row) => <Course row={row} /> },
    ...(rows.some(({ actions }) => actions.length > 0) ? [{ key: 'do' as const, header: t('column.do'), cell: (row: SharingAgreement) => <div className="cluster">{row.actions.map((action) => <Button key={action} kind={action === 'accept' ? 'primary' : 'secondary'} onClick={() => setDoing({ row, action })}>{t(`action.${action}`)}</Button>)}</div> }] : []),
  ]
  return (
    <div className="stack">
      {propose && rows.length > 0 && <div className="cluster no-print">{propose}</div>}
      {rows.length > 0 && !may('programme.overview') && <p className="match-quiet">{t('agreements.whoMay')}</p>}
      {rows.length === 0 ? <EmptyState title={t('agreements.empty')} action={propose}>{t('agreements.emptyHelp')}</EmptyState> : <Table caption={t('tab.agreements')} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />}
      {doing === 'propose' && <ProposeDialog neighbours={neighbours} onClose={close} />}
      {typeof doing === 'object' && (doing.action === 'accept' ? <AcceptDialog row={doing.row} onClose={close} /> : <EndDialog row={doing.row} title={t(`action.${doing.action}`)} onClose={close} />)}
    </div>
  )
}
