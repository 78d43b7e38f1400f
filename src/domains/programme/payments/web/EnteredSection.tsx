import { useState } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import type { ExpectedPayment, PaymentCalendar } from '../payments.schema.ts'
import { AddDialog } from './AddDialog.tsx'
import { StartUpDialog, StopDialog } from './PlanDialogs.tsx'
import { useMoneyWords } from './words.ts'

type Doing = { what: 'add' | 'startUp' } | { what: 'change' | 'stop'; payment: ExpectedPayment } | null

function usePeriod(): (payment: ExpectedPayment) => string {
  const t = useText('payments')
  const { formatDate } = useFormat()
  return ({ isMonthly, firstOn, lastOn, stoppedOn, stoppedBy }) => {
    const when = !isMonthly ? t('entered.once', { day: formatDate(firstOn) }) : lastOn === null ? t('entered.monthly', { from: formatDate(firstOn) }) : t('entered.monthlyTo', { from: formatDate(firstOn), to: formatDate(lastOn) })
    return stoppedOn === null ? when : `${when} · ${t('entered.stopped', { day: formatDate(stoppedOn), name: stoppedBy ?? '' })}`
  }
}

/** What was entered, and the ways to add to it, change it and stop it. */
export function EnteredSection({ calendar: { personId, payments, mayPlanStartUp } }: { calendar: PaymentCalendar }) {
  const t = useText('payments')
  const period = usePeriod()
  const { kindOf, amountOf, payerOf } = useMoneyWords()
  const [doing, setDoing] = useState<Doing>(null)
  const close = (): void => setDoing(null)
  const columns: Column<ExpectedPayment>[] = [
    { key: 'kind', header: t('column.kind'), names: true, cell: (row) => kindOf({ ...row, forMonth: null }) },
    { key: 'payer', header: t('column.payer'), cell: (row) => <bdi>{payerOf(row)}</bdi> },
    { key: 'amount', header: t('column.amount'), align: 'end', cell: (row) => amountOf({ ...row, isAbout: false }) },
    { key: 'period', header: t('column.period'), cell: period },
    { key: 'acts', header: t('column.acts'), cell: (row) => row.stoppedOn === null && <div className="cluster">
      {row.kind !== 'start_up_support' && <Button kind="quiet" icon="edit" onClick={() => setDoing({ what: 'change', payment: row })}>{t('add.change')}</Button>}
      <Button kind="quiet" onClick={() => setDoing({ what: 'stop', payment: row })}>{t('stop.open')}</Button></div> },
  ]
  return (
    <Section title={t('entered.title')} count={payments.length || undefined} description={t('entered.help')} actions={<>
      {mayPlanStartUp && <Button onClick={() => setDoing({ what: 'startUp' })}>{t('startUp.open')}</Button>}
      <Button icon="plus" onClick={() => setDoing({ what: 'add' })}>{t('add.open')}</Button></>}>
      {payments.length === 0 ? <p>{t('entered.none')}</p> : <Table caption={t('entered.title')} hideCaption columns={columns} rows={payments} rowKey={({ id }) => id} />}
      {(doing?.what === 'add' || doing?.what === 'change') && <AddDialog personId={personId} payment={doing.what === 'change' ? doing.payment : null} onClose={close} />}
      {doing?.what === 'startUp' && <StartUpDialog personId={personId} onClose={close} />}
      {doing?.what === 'stop' && <StopDialog payment={doing.payment} onClose={close} />}
    </Section>
  )
}
