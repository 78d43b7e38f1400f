import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import type { Opening } from '../opening.schema.ts'
import { SaveOpeningInput } from '../opening.schema.ts'
import { OpeningForm } from './OpeningForm.tsx'

/** An opening is changed. */
export function EditOpeningPage() {
  const opening = useApi('opportunities.getOpening', { openingId: usePathParam('id') })
  return <Loaded query={opening} rows={10}>{(data) => <EditOpening opening={data} />}</Loaded>
}

function EditOpening({ opening }: { opening: Opening }) {
  const t = useText('opportunities')
  const employer = useApi('employers.getEmployer', { employerId: opening.employerId ?? '' }, { enabled: opening.employerId !== null })
  // what the page holds beside the content falls away here
  const initial = SaveOpeningInput.parse(opening)
  const form = <OpeningForm initial={initial} employer={employer.data} occupationName={opening.escoName ?? opening.occupationName} />
  return (
    <>
      <PageHeader title={t('form.changeTitle', { title: opening.title })} crumbs={[{ label: t('list.title'), to: '/openings' }, { label: opening.title, to: `/openings/${opening.id}` }]} />
      {opening.employerId === null ? form : <Loaded query={employer}>{() => form}</Loaded>}
    </>
  )
}
