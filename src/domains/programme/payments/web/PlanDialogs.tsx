import { useState } from 'react'
import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import type { ExpectedPayment } from '../payments.schema.ts'
import { START_UP_MONTHS } from '../payments.schema.ts'
import { showsPayments, useMoneyWords } from './words.ts'

const StartUp = z.object({ firstOn: PlainDate, amount: z.number().min(0.01).max(1_000_000).nullable() })

/** Three months of start-up support in one act. */
export function StartUpDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useText('payments')
  const [ids] = useState(() => Array.from({ length: START_UP_MONTHS }, newId))
  const plan = useCommand('programme.planStartUpSupport', { refreshes: showsPayments, success: t('startUp.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('startUp.title')}>
      <p>{t('startUp.help')}</p>
      <Form schema={StartUp} initial={{ amount: null }} submit={t('startUp.save')} refusals={plan.refusals} pending={plan.pending} onCancel={onClose}
        onSubmit={({ firstOn, amount }) => plan.run({ personId, ids, firstOn, monthlyOre: amount === null ? null : Math.round(amount * 100) })}>
        {({ field }) => <>
          <DateField {...field('firstOn', t('startUp.firstOn'))} />
          <NumberField {...field('amount', t('startUp.amount'))} unit="kr" description={t('add.amountHelp')} />
        </>}
      </Form>
    </Dialog>
  )
}

const Stop = z.object({ stoppedOn: PlainDate })

/** From which day money is no longer expected, and what the participant then sees. */
export function StopDialog({ payment, onClose }: { payment: ExpectedPayment; onClose: () => void }) {
  const t = useText('payments')
  const { today } = useMe()
  const { kindOf } = useMoneyWords()
  const stop = useCommand('programme.stopExpectedPayment', { refreshes: showsPayments, success: t('stop.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('stop.title', { kind: kindOf({ ...payment, forMonth: null }).toLocaleLowerCase() })}>
      <p>{t('stop.consequence')}</p>
      <Form schema={Stop} initial={{ stoppedOn: !payment.isMonthly || payment.firstOn > today ? payment.firstOn : today }} submit={t('stop.save')} refusals={stop.refusals} pending={stop.pending} onCancel={onClose} onReload={stop.refresh}
        onSubmit={({ stoppedOn }) => stop.run({ paymentId: payment.id, version: payment.version, stoppedOn })}>
        {({ field }) => <DateField {...field('stoppedOn', t('stop.on'))} />}
      </Form>
    </Dialog>
  )
}
