import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { BookingActions } from './BookingActions.tsx'
import { States, Whom } from './BookingList.tsx'
import { LateNotice } from './LateNotice.tsx'
import { QuestionsSection } from './QuestionsSection.tsx'
import { endOf, useLanguageText, type Booking } from './words.ts'
import './interpreters.css'

/** What stands in the way, and what the law asks where nobody comes. */
function Warnings({ booking }: { booking: Booking }) {
  const t = useText('interpreters')
  const { state, risk, nextStep } = booking
  const nobody = state === 'not_had' || state === 'interpreter_absent'
  return (
    <>
      {nobody && <Notice tone="danger" title={t(`without.${state}`, { step: nextStep ? t(`next.${nextStep}`) : '' })}><p>{t('duty.text')}</p></Notice>}
      {risk === 'no_answer' && <Notice tone="warning" title={t('risk.no_answer')}><p>{t('duty.text')}</p></Notice>}
      {risk === 'not_qualified' && <Notice tone="warning" title={t('risk.not_qualified')}><p>{t('duty.qualified')}</p></Notice>}
      {booking.lead.isLate && (state === 'draft' || state === 'not_had') && <LateNotice lead={booking.lead} />}
      {booking.kind === 'assistant' && <Notice title={t(`assistant.${booking.assistant}`)}><p>{t('assistant.why')}</p></Notice>}
      {booking.unwanted.length > 0 && (state === 'draft' || state === 'asked') && <Notice title={t('form.unwanted')}><p><bdi>{booking.unwanted.join(', ')}</bdi></p></Notice>}
    </>
  )
}

/** What was asked for. */
function Asked({ booking }: { booking: Booking }) {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  const languageText = useLanguageText()
  return (
    <Section title={t('booking.asked')}>
      <DefinitionList columns={2} facts={[
        { term: t('field.when'), value: `${formatDate(booking.onDay, 'day')} ${booking.fromTime}–${endOf(booking)}` }, { term: t('field.whom'), value: <Whom row={booking} links /> },
        { term: t('field.language'), value: languageText(booking) }, { term: t('field.modality'), value: t(`modality.${booking.modality}`) },
        { term: t(booking.modality === 'present' ? 'field.place' : 'field.connect'), value: booking.place }, { term: t('field.purpose'), value: booking.purpose && t(`purpose.${booking.purpose}`) },
        { term: t('field.kind'), value: t(`kind.${booking.kind}`) }, { term: t('field.meets'), value: booking.meetsName && <bdi>{booking.meetsName}</bdi> },
        ...(booking.wantedGender ? [{ term: t('field.gender'), value: t(`gender.${booking.wantedGender}`) }] : []),
      ]} />
    </Section>
  )
}

/** What the service answered. */
function Answer({ booking }: { booking: Booking }) {
  const t = useText('interpreters')
  const { formatMoment } = useFormat()
  if (booking.askedAt === null) return null
  return (
    <Section title={t('booking.answer')}>
      <DefinitionList columns={2} facts={[
        { term: t('field.supplier'), value: booking.supplierName }, { term: t('field.askedAt'), value: formatMoment(booking.askedAt) },
        ...(booking.confirmedAt ? [{ term: t('field.interpreter'), value: <bdi>{[booking.interpreterName, booking.interpreterNumber].filter(Boolean).join(', ')}</bdi> }, { term: t('field.category'), value: booking.category && t(`category.${booking.category}`) }] : []),
        ...(booking.freeUntil && booking.state === 'confirmed' ? [{ term: t('field.freeUntil'), value: formatMoment(booking.freeUntil) }] : []),
        ...(booking.wasCharged !== null ? [{ term: t('field.cost'), value: t(booking.wasCharged ? 'cancel.charged' : 'cancel.free') }] : []),
      ]} />
    </Section>
  )
}

/** How it went, where it was not as it should be with the ground. */
function Held({ booking }: { booking: Booking }) {
  const t = useText('interpreters')
  if (booking.interpretedBy === null) return null
  return (
    <Section title={t('booking.held')}>
      <DefinitionList columns={2} facts={[{ term: t('record.by'), value: t(`by.${booking.interpretedBy}`) },
        ...(booking.ground ? [{ term: t('record.ground'), value: [t(`ground.${booking.ground}`), booking.groundNote].filter(Boolean).join(': ') }] : []), ...(booking.decidedByName ? [{ term: t('record.decidedBy'), value: <bdi>{booking.decidedByName}</bdi> }] : [])]} />
    </Section>
  )
}

/** One meeting with an interpreter. */
export function BookingPage() {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  const id = usePathParam('id')
  const [open, setOpen] = useState<string>()
  return <Loaded query={useApi('interpreters.getBooking', { id })} rows={8}>{(booking) => (
    <>
      <PageHeader title={t('booking.heading', { day: formatDate(booking.onDay, 'day'), time: booking.fromTime })} crumbs={[{ label: t('list.title'), to: '/interpreters' }]} facts={<><States row={booking} /><span>{booking.reference}</span></>} actions={<BookingActions booking={booking} open={open} setOpen={setOpen} />} />
      <div className="stack"><Warnings booking={booking} /><Asked booking={booking} /><Answer booking={booking} /><Held booking={booking} />
        {booking.personId !== null && <QuestionsSection personId={booking.personId} questions={booking.questions} mayAsk={booking.state !== 'cancelled'} />}</div>
    </>)}</Loaded>
}
