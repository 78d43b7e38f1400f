import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { OrderInput } from '../booking.schema.ts'
import { endOf, showsBookings, useLanguageText, type Booking } from './words.ts'

/** What a service is known to have of what is asked for, and how it is reached. */
function useSupplierText(): (supplier: Booking['suppliers'][number], booking: Booking) => string {
  const t = useText('interpreters')
  const { languageName } = useNames()
  return (one, booking) => [
    one.languages.length === 0 ? t('supplier.languagesUnknown') : one.languages.includes(booking.language) ? t('supplier.has', { language: languageName(booking.language) }) : t('supplier.hasNot', { language: languageName(booking.language) }),
    ...(one.modalities.includes(booking.modality) ? [] : [t('supplier.notSo', { modality: t(`modality.${booking.modality}`).toLocaleLowerCase() })]), one.email ?? t('supplier.byPhone', { phone: one.phone ?? '' }), t('supplier.free', { hours: one.freeCancelHours }),
  ].join(' · ')
}

/** Sends the order to a service: which, and exactly what it will read. */
export function OrderDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  const supplierText = useSupplierText()
  const languageText = useLanguageText()
  const order = useCommand('interpreters.orderInterpreter', { refreshes: showsBookings, success: ({ mailedTo }) => (mailedTo ? t('order.mailed', { email: mailedTo }) : t('order.call')), onDone: onClose })
  const first = booking.suppliers.find(({ id }) => id !== booking.supplierId) ?? booking.suppliers[0]
  return (
    <Dialog open onClose={onClose} title={t('order.title')}>
      {first === undefined ? <EmptyState title={t('order.none')}>{t('order.noneHelp')}</EmptyState> : (
        <Form schema={OrderInput} initial={{ id: booking.id, version: booking.version, supplierId: first.id }} submit={t('order.send')} onSubmit={order.run} refusals={order.refusals} pending={order.pending} onCancel={onClose} onReload={() => { void order.refresh() }}>
          {({ field }) => <>
            <RadioGroup {...field('supplierId', t('order.which'))} options={booking.suppliers.map((one) => ({ value: one.id, label: one.name, description: supplierText(one, booking) }))} />
            <div><p><strong>{t('order.reads')}</strong></p>
              <DefinitionList facts={[{ term: t('field.reference'), value: booking.reference }, { term: t('field.language'), value: languageText(booking) }, { term: t('field.when'), value: `${formatDate(booking.onDay, 'day')} ${booking.fromTime}–${endOf(booking)}` },
                { term: t('field.modality'), value: t(`modality.${booking.modality}`) }, { term: t(booking.modality === 'present' ? 'field.place' : 'field.connect'), value: booking.place }, { term: t('field.kind'), value: t(`kind.${booking.kind}`) }]} />
              <p>{t('order.noName')}</p></div>
          </>}
        </Form>)}
    </Dialog>
  )
}
