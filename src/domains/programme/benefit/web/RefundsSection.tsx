import { useState } from 'react'
import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { PersonBenefit } from '../benefit.schema.ts'
import { monthOf } from '../month.core.ts'
import { showsPerson, useKroner, useMonth } from './words.ts'

type Refund = PersonBenefit['refunds'][number]
const Typed = z.object({ day: PlainDate, amount: z.number().min(0.01).max(1_000_000), why: z.string().trim().min(1).max(500), reference: z.string().trim().max(100).nullable() })

function RefundDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useText('benefit')
  const [id] = useState(newId)
  const add = useCommand('programme.addBenefitRefund', { refreshes: showsPerson, success: t('refund.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('refund.add')}>
      <Form schema={Typed} initial={{ reference: null }} submit={t('refund.add')} refusals={add.refusals} pending={add.pending} onCancel={onClose}
        onSubmit={({ day, amount, why, reference }) => add.run({ id, personId, forMonth: monthOf(PlainDate.parse(day)), amountOre: Math.round(amount * 100), why, reference: reference || null })}>
        {({ field }) => <>
          <DateField {...field('day', t('refund.month'))} description={t('refund.monthHelp')} />
          <NumberField {...field('amount', t('refund.amount'))} unit="kr" />
          <TextArea {...field('why', t('refund.why'))} description={t('decide.whyHelp')} rows={2} />
          <TextField {...field('reference', t('refund.reference'))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Money back to her, by whose word and why, and whether it has been paid. */
export function RefundsSection({ benefit: { personId, refunds } }: { benefit: PersonBenefit }) {
  const t = useText('benefit')
  const kroner = useKroner()
  const month = useMonth()
  const [open, setOpen] = useState<'add' | Refund | null>(null)
  const close = (): void => setOpen(null)
  const withdraw = useCommand('programme.withdrawBenefitRefund', { refreshes: showsPerson, success: t('refund.withdrawn'), onDone: close })
  const columns: Column<Refund>[] = [
    { key: 'month', header: t('column.month'), names: true, cell: (row) => month(row.forMonth) },
    { key: 'amount', header: t('refund.amount'), align: 'end', cell: (row) => kroner(row.amountOre) },
    { key: 'why', header: t('refund.why'), cell: (row) => `${row.why}${row.reference === null ? '' : ` (${row.reference})`}` },
    { key: 'by', header: t('refund.by'), cell: (row) => <bdi>{row.recordedBy}</bdi> },
    { key: 'state', header: t('column.state'), cell: (row) => (row.isPaid ? <Tag tone="success">{t('refund.paid')}</Tag>
      : <span className="cluster"><Tag tone="info">{t('refund.waits')}</Tag><Button kind="quiet" onClick={() => setOpen(row)}>{t('refund.withdraw')}</Button></span>) },
  ]
  return (
    <Section title={t('refund.title')} description={t('refund.help')} actions={<Button icon="plus" onClick={() => setOpen('add')}>{t('refund.add')}</Button>}>
      {refunds.length === 0 ? <p>{t('refund.none')}</p> : <Table caption={t('refund.title')} hideCaption columns={columns} rows={refunds} rowKey={({ id }) => id} />}
      {open === 'add' && <RefundDialog personId={personId} onClose={close} />}
      <ConfirmDialog open={open !== null && open !== 'add'} onClose={close} title={t('refund.withdrawTitle')} consequences={[t('refund.withdrawConsequence')]} confirm={t('refund.withdraw')} pending={withdraw.pending} refusals={withdraw.refusals}
        onConfirm={() => { if (open !== null && open !== 'add') void withdraw.run({ refundId: open.id }) }} />
    </Section>
  )
}
