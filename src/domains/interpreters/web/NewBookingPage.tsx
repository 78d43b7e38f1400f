import { useState } from 'react'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useFilters, useGo } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { BookingForm } from './BookingForm.tsx'
import { ChooseWhom } from './WhomFields.tsx'
import type { Booking } from './words.ts'

/** For whom, or from which earlier booking, is in the address, so that it can be linked to. */
const Asked = z.object({ person: Id.optional(), from: Id.optional(), group: z.boolean().default(false) })

/** What of an earlier booking is wanted again: all but when. */
const again = ({ personId, others, groupName, activityId, language, dialect, secondLanguage, modality, kind, purpose, minutes, place, meetsId, wantedGender }: Booking) =>
  ({ personId, others: others.map(({ id }) => id), groupName, activityId, language, dialect, secondLanguage, modality, kind, purpose: purpose ?? undefined, minutes, place, meetsId: meetsId ?? undefined, wantedGender })

function New({ personId, from }: { personId: string | undefined; from?: Booking }) {
  const go = useGo()
  const [id] = useState(newId)
  const query = useApi('interpreters.getBookingOptions', { personId })
  return <Loaded query={query} rows={8}>{(options) => <BookingForm options={options} initial={from ? { ...again(from), id } : { id, personId: personId ?? null, ...(personId === undefined && { purpose: 'information' }) }} onDone={(done) => go(`/interpreters/${done}`)} onCancel={() => go('/interpreters')} />}</Loaded>
}

function Again({ id }: { id: string }) {
  return <Loaded query={useApi('interpreters.getBooking', { id })} rows={8}>{(booking) => <New personId={booking.personId ?? undefined} from={booking} />}</Loaded>
}

/** Asks for an interpreter: first for whom, then the rest. */
export function NewBookingPage() {
  const t = useText('interpreters')
  const [{ person, from, group }, change] = useFilters(Asked)
  return (
    <>
      <PageHeader title={t('form.new')} crumbs={[{ label: t('list.title'), to: '/interpreters' }]} description={t('form.newHelp')} />
      {from ? <Again id={from} /> : person !== undefined || group ? <New key={person} personId={person} /> : <ChooseWhom onPerson={(id) => change({ person: id })} onGroup={() => change({ group: true })} />}
    </>
  )
}
