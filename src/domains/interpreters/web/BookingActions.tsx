import { useApi, useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { AnswerDialog, NotHadDialog } from './AnswerDialogs.tsx'
import { BookingForm } from './BookingForm.tsx'
import { OrderDialog } from './OrderDialog.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { showsBookings, type Booking } from './words.ts'

type Props = { booking: Booking; onClose: () => void }

function ChangeDialog({ booking, onClose }: Props) {
  const t = useText('interpreters')
  const query = useApi('interpreters.getBookingOptions', { personId: booking.personId ?? undefined })
  const { id, version, personId, groupName, activityId, language, dialect, secondLanguage, modality, kind, purpose, onDay, fromTime, minutes, place, meetsId, wantedGender } = booking
  const initial = { id, version, personId, others: booking.others.map((one) => one.id), groupName, activityId, language, dialect, secondLanguage, modality, kind, purpose: purpose ?? undefined, onDay, fromTime, minutes, place, meetsId: meetsId ?? undefined, wantedGender }
  return (
    <Dialog open onClose={onClose} title={t('action.change')} wide>
      {booking.askedAt !== null && <p>{t('form.changeHelp')}</p>}
      <Loaded query={query} rows={6}>{(options) => <BookingForm options={options} initial={initial} onDone={onClose} onCancel={onClose} />}</Loaded>
    </Dialog>
  )
}

function CancelDialog({ booking, onClose }: Props) {
  const t = useText('interpreters')
  const { formatMoment } = useFormat()
  const cancel = useCommand('interpreters.cancelBooking', { refreshes: showsBookings, success: ({ told }) => t(`cancel.done.${told ?? 'kept'}`), onDone: onClose })
  const isOrdered = booking.state === 'asked' || booking.state === 'confirmed'
  const consequences = [t('cancel.off'), ...(isOrdered ? [t('cancel.told', { supplier: booking.supplierName ?? '' })] : []), ...(booking.freeUntil && booking.state === 'confirmed' ? [t(booking.isFree ? 'cancel.stillFree' : 'cancel.costs', { until: formatMoment(booking.freeUntil) })] : []),
    ...(booking.questions.some(({ answeredOn }) => answeredOn === null) ? [t('cancel.questions')] : [])]
  return <ConfirmDialog open onClose={onClose} onConfirm={() => { void cancel.run({ id: booking.id, version: booking.version }) }} title={t('cancel.title')} consequences={consequences} confirm={t('cancel.confirm')} danger pending={cancel.pending} refusals={cancel.refusals} />
}

const dialogs = { change: ChangeDialog, order: OrderDialog, confirm: AnswerDialog, notHad: NotHadDialog, record: RecordDialog, cancel: CancelDialog }
type Act = keyof typeof dialogs
const isAct = (name: string | undefined): name is Act => name !== undefined && Object.hasOwn(dialogs, name)
const acts: readonly Act[] = ['record', 'order', 'confirm', 'notHad', 'change', 'cancel']

/** What may be done with a booking, as the server says; what comes next stands out. */
export function BookingActions({ booking, open, setOpen }: { booking: Booking; open: string | undefined; setOpen: (open: string | undefined) => void }) {
  const t = useText('interpreters')
  const may = acts.filter((act) => booking.actions.includes(act))
  const Shown = isAct(open) ? dialogs[open] : undefined
  return (
    <>
      {booking.actions.includes('again') && <LinkButton icon="plus" to={`/interpreters/new?from=${booking.id}`}>{t('action.again')}</LinkButton>}
      {may.toReversed().map((act) => <Button key={act} kind={act === may[0] && act !== 'change' && act !== 'cancel' ? 'primary' : act === 'cancel' ? 'quiet' : 'secondary'} onClick={() => setOpen(act)}>{t(`action.${act}`)}</Button>)}
      {Shown && <Shown booking={booking} onClose={() => setOpen(undefined)} />}
    </>
  )
}
