import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { addMonths, PlainDate } from '#shared/date.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { CalendarItem, PaymentCalendar } from '../payments.schema.ts'
import { NotePaidDialog } from './NotePaidDialog.tsx'
import { shownAs, shownTones, showsPayments, useMoneyWords } from './words.ts'

/** So far ahead it is seen without asking for more. */
const MONTHS_AHEAD = 2

type Doing = { what: 'note' | 'undo'; item: CalendarItem } | null

function useColumns(today: string, onDo: (doing: Doing) => void): Column<CalendarItem>[] {
  const t = useText('payments')
  const { formatDate } = useFormat()
  const { kindOf, amountOf, payerOf } = useMoneyWords()
  const said = (row: CalendarItem): string => (row.state === 'paid' && row.notedBy !== null ? t('state.paidBy', { name: row.notedBy }) : t(`state.${shownAs(row, today)}`))
  return [
    { key: 'kind', header: t('column.kind'), names: true, cell: kindOf },
    { key: 'day', header: t('column.day'), cell: (row) => formatDate(row.payOn) },
    { key: 'payer', header: t('column.payer'), cell: (row) => <bdi>{payerOf(row)}</bdi> },
    { key: 'amount', header: t('column.amount'), align: 'end', cell: amountOf },
    { key: 'state', header: t('column.state'), cell: (row) => <Tag tone={shownTones[shownAs(row, today)]}>{said(row)}</Tag> },
    { key: 'acts', header: t('column.acts'), cell: (row) => (row.receiptId !== null ? <Button kind="quiet" onClick={() => onDo({ what: 'undo', item: row })}>{t('paid.undo')}</Button>
      : row.paymentId !== null && row.state === 'expected' && row.payOn <= today ? <Button kind="quiet" icon="check" onClick={() => onDo({ what: 'note', item: row })}>{t('paid.open')}</Button> : null) },
  ]
}

/** Everything that comes in the twelve months, day by day, and whether it came. */
export function DayTable({ calendar }: { calendar: PaymentCalendar }) {
  const t = useText('payments')
  const { today } = useMe()
  const [doing, setDoing] = useState<Doing>(null)
  const close = (): void => setDoing(null)
  const columns = useColumns(today, setDoing)
  const until = addMonths(PlainDate.parse(today), MONTHS_AHEAD)
  const [near, far] = [calendar.items.filter(({ payOn }) => payOn < until), calendar.items.filter(({ payOn }) => payOn >= until)]
  const undo = useCommand('programme.withdrawPaymentNote', { refreshes: showsPayments, success: t('paid.undone'), onDone: close })
  return (
    <>
      {near.length > 0 && <Table caption={t('calendar.table')} hideCaption columns={columns} rows={near} rowKey={({ key }) => key} />}
      {far.length > 0 && <details open={near.length === 0}><summary>{t('calendar.rest', { count: far.length })}</summary><Table caption={t('calendar.table')} hideCaption columns={columns} rows={far} rowKey={({ key }) => key} /></details>}
      {doing?.what === 'note' && <NotePaidDialog item={doing.item} onClose={close} />}
      <ConfirmDialog open={doing?.what === 'undo'} onClose={close} title={t('paid.undoTitle')} consequences={[t('paid.undoConsequence')]} confirm={t('paid.undo')} pending={undo.pending} refusals={undo.refusals}
        onConfirm={() => { if (doing?.item.receiptId) void undo.run({ receiptId: doing.item.receiptId }) }} />
    </>
  )
}
