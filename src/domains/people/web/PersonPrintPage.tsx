import { Suspense } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { usePanels } from '#web/panels.ts'
import { usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { FamilySection } from './FamilySection.tsx'
import './people.css'
import { PersonOverview } from './PersonOverview.tsx'
import { PersonFacts } from './PersonPage.tsx'

/** Everything on one sheet, for a meeting: the same parts as the page, one after the other. Health is never on it. */
export function PersonPrintPage() {
  const t = useText('people')
  const { formatDate } = useFormat()
  const { account, today } = useMe()
  const personId = usePathParam('id')
  const panels = usePanels('person')
  return (
    <Loaded query={useApi('people.getPerson', { personId })} rows={10}>{(person) => {
      const name = `${person.givenName} ${person.familyName}`
      return (
        <>
          <PageHeader title={name} heading={<PersonName name={name} />} crumbs={[{ label: t('list.title'), to: '/people' }, { label: name, to: `/people/${personId}` }]} facts={<PersonFacts person={person} />}
            description={t('print.by', { name: account.name, date: formatDate(today, 'long') })} actions={<PrintButton />} />
          <div className="people-stack">
            <PersonOverview person={{ ...person, actions: [] }} />
            {panels.map(({ slice, id, component: Panel }) => <Suspense key={`${slice}-${id}`} fallback={<Loading />}><Panel id={personId} /></Suspense>)}
            {person.family.length > 0 && <FamilySection person={{ ...person, actions: [] }} />}
          </div>
        </>
      )
    }}</Loaded>
  )
}
