import { useState } from 'react'
import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useFilters } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { OpeningForm } from './OpeningForm.tsx'

const Address = z.object({ employerId: z.string().optional() })

/** A new practice place or vacancy at an employer, prefilled with what is known of her. */
export function NewOpeningPage() {
  const t = useText('opportunities')
  const [{ employerId }] = useFilters(Address)
  const [id] = useState(newId)
  const employer = useApi('employers.getEmployer', { employerId: employerId ?? '' }, { enabled: employerId !== undefined })
  if (employerId === undefined) {
    return <><PageHeader title={t('form.newTitle')} /><EmptyState title={t('form.employerMissing')} action={<LinkButton to="/employers">{t('list.toEmployers')}</LinkButton>}>{t('form.employerMissingHelp')}</EmptyState></>
  }
  return (
    <Loaded query={employer} rows={10}>{(data) => <>
      <PageHeader title={t('form.newTitle')} description={<bdi>{data.name}</bdi>} crumbs={[{ label: <bdi>{data.name}</bdi>, to: `/employers/${data.id}` }]} />
      <OpeningForm employer={data} initial={{ id, employerId: data.id, kind: data.agreementRefusals.length > 0 ? 'vacancy' : 'practice_place', seats: 1, postcode: data.postcode, place: data.place, demands: [], schedule: [], isOpenToParticipants: false }} />
    </>}</Loaded>
  )
}
