import { useState } from 'react'
import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import type { CalendarItem } from '../payments.schema.ts'
import { showsPayments, useMoneyWords } from './words.ts'

const Typed = z.object({ paidOn: PlainDate, amount: z.number().min(0.01).max(1_000_000).nullable() })

/** That the money reached her account, and when. */
export function NotePaidDialog({ item, onClose }: { item: CalendarItem; onClose: () => void }) {
  const t = useText('payments')
  const { kindOf, amountOf } = useMoneyWords()
  const [id] = useState(newId)
  const note = useCommand('programme.notePaymentPaid', { refreshes: showsPayments, success: t('paid.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('paid.title')}>
      <p>{kindOf(item)}: {amountOf(item)}</p>
      <Form schema={Typed} initial={{ paidOn: item.payOn, amount: null }} submit={t('paid.save')} refusals={note.refusals} pending={note.pending} onCancel={onClose}
        onSubmit={({ paidOn, amount }) => note.run({ id, paymentId: item.paymentId ?? id, dueOn: item.dueOn, paidOn: PlainDate.parse(paidOn), amountOre: amount === null ? null : Math.round(amount * 100) })}>
        {({ field }) => <>
          <DateField {...field('paidOn', t('paid.on'))} />
          <NumberField {...field('amount', t('add.amount'))} unit="kr" description={t('paid.amountHelp')} />
        </>}
      </Form>
    </Dialog>
  )
}
