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
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { ExpectedPayment } from '../payments.schema.ts'
import { Payer, SavePaymentInput, usualPayer } from '../payments.schema.ts'
import { showsPayments } from './words.ts'

const Kind = SavePaymentInput.shape.kind
const Typed = z.object({ kind: Kind, payer: Payer, payerName: z.string().trim().max(120).nullable(), amount: z.number().min(0.01).max(1_000_000).nullable(), often: z.enum(['once', 'monthly']), firstOn: PlainDate, lastOn: PlainDate.nullable() })
type Typed = z.infer<typeof Typed>

const typedOf = (payment: ExpectedPayment | null): Partial<Typed> => {
  const kind = Kind.safeParse(payment?.kind)
  if (payment === null || !kind.success) return { payerName: null, amount: null, often: 'once', lastOn: null }
  return { kind: kind.data, payer: payment.payer, payerName: payment.payerName, amount: payment.amountOre === null ? null : payment.amountOre / 100, often: payment.isMonthly ? 'monthly' : 'once', firstOn: payment.firstOn, lastOn: payment.lastOn }
}

/** One expected payment: what, from whom, how much, and when. */
export function AddDialog({ personId, payment, onClose }: { personId: string; payment: ExpectedPayment | null; onClose: () => void }) {
  const t = useText('payments')
  const [fresh] = useState(newId)
  const save = useCommand('programme.saveExpectedPayment', { refreshes: showsPayments, success: t('add.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('add.title')}>
      <Form schema={Typed} initial={typedOf(payment)} submit={t('add.save')} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={save.refresh}
        onSubmit={({ kind, payer, payerName, amount, often, firstOn, lastOn }) => save.run({ id: payment?.id ?? fresh, personId, version: payment?.version ?? null, kind, payer, payerName: payerName || null, amountOre: amount === null ? null : Math.round(amount * 100),
          isMonthly: often === 'monthly', firstOn, lastOn: often === 'monthly' ? lastOn : null })}>
        {({ field, values, set }) => {
          const kind = field('kind', t('add.kind'))
          return <>
            <Select {...kind} options={Kind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => { kind.onChange(value); if (value !== undefined) set('payer', usualPayer[value]) }} />
            <Select {...field('payer', t('add.payer'))} options={Payer.options.map((value) => ({ value, label: t(`payer.${value}`) }))} />
            <TextField {...field('payerName', t('add.payerName'))} description={t('add.payerNameHelp')} />
            <NumberField {...field('amount', t('add.amount'))} unit="kr" description={t('add.amountHelp')} />
            <RadioGroup {...field('often', t('add.often'))} options={(['once', 'monthly'] as const).map((value) => ({ value, label: t(`add.${value}`) }))} />
            <DateField {...field('firstOn', t(values.often === 'monthly' ? 'add.firstOnMonthly' : 'add.firstOn'))} />
            {values.often === 'monthly' && <DateField {...field('lastOn', t('add.lastOn'))} description={t('add.lastOnHelp')} />}
          </>
        }}
      </Form>
    </Dialog>
  )
}
