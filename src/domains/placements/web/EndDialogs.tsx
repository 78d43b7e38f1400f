import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Select } from '#web/ui/Select.tsx'
import { CancelReason, EndReason } from '../agreement.schema.ts'
import type { Agreement } from './agreementShown.ts'
import { showsAgreement } from './words.ts'

type Props = { agreement: Agreement; open: boolean; onClose: () => void }

const Target = z.object({ agreementId: z.uuid(), version: z.int() })
const Cancel = Target.extend({ reason: CancelReason })
const End = Target.extend({ endedOn: PlainDate, reason: EndReason })
const Extend = Target.extend({ toDate: PlainDate })

const Consequences = ({ lines }: { lines: readonly string[] }) => <ul className="consequences">{lines.map((line) => <li key={line}>{line}</li>)}</ul>

/** Calls off what has not begun, after saying what follows from it. */
export function CancelDialog({ agreement, open, onClose }: Props) {
  const t = useText('placements')
  const cancel = useCommand('placements.cancelAgreement', { refreshes: showsAgreement, success: t('cancel.done'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('cancel.title')}>
      <Form schema={Cancel} initial={{ agreementId: agreement.id, version: agreement.version }} submit={t('action.cancel')} onSubmit={cancel.run} refusals={cancel.refusals} pending={cancel.pending} onCancel={onClose}>
        {({ field }) => <>
          <Consequences lines={[t('cancel.one'), t('cancel.two'), t('cancel.three')]} />
          <Select {...field('reason', t('cancel.reason'))} options={CancelReason.options.map((value) => ({ value, label: t(`cancelReason.${value}`) }))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Ends it before its time; "never came" is one of the reasons. */
export function EndDialog({ agreement, open, onClose }: Props) {
  const t = useText('placements')
  const { today } = useMe()
  const end = useCommand('placements.endAgreement', { refreshes: showsAgreement, success: t('end.done'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('end.title')}>
      <Form schema={End} initial={{ agreementId: agreement.id, version: agreement.version, endedOn: agreement.fromDate !== null && agreement.fromDate > today ? agreement.fromDate : today }} submit={t('action.end')} onSubmit={end.run} refusals={end.refusals} pending={end.pending} onCancel={onClose}>
        {({ field }) => <>
          <Consequences lines={[t('end.one'), t('end.two')]} />
          <DateField {...field('endedOn', t('end.day'))} />
          <Select {...field('reason', t('end.reason'))} options={EndReason.options.map((value) => ({ value, label: t(`endReason.${value}`) }))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** A later last day, with a new yes from all three. */
export function ExtendDialog({ agreement, open, onClose }: Props) {
  const t = useText('placements')
  const extend = useCommand('placements.extendAgreement', { refreshes: showsAgreement, success: t('extend.done'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('action.extend')}>
      <Form schema={Extend} initial={{ agreementId: agreement.id, version: agreement.version }} submit={t('action.extend')} onSubmit={extend.run} refusals={extend.refusals} pending={extend.pending} onCancel={onClose}>
        {({ field }) => <>
          <Consequences lines={[t(agreement.isNavs ? 'extend.navs' : 'extend.one'), t('extend.two')]} />
          <DateField {...field('toDate', t('extend.day'))} />
        </>}
      </Form>
    </Dialog>
  )
}
