import { Suspense, useState } from 'react'
import { z } from 'zod'
import { useApi, type Output } from '#web/api.ts'
import { useFindText, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { PERSON_GROUPS, usePanels } from '#web/panels.ts'
import { useFilters, usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Tabs, type Tab } from '#web/ui/Tabs.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { EditPerson } from './EditPerson.tsx'
import { FamilySection } from './FamilySection.tsx'
import { HealthSection } from './HealthSection.tsx'
import './people.css'
import { PersonOverview } from './PersonOverview.tsx'
import { statusTones, useAge } from './words.ts'

type Person = Output<'people.getPerson'>
const Shown = z.object({ tab: z.string().default('overview') })

export function PersonFacts({ person }: { person: Person }) {
  const t = useText('people')
  const age = useAge()(person.birthDate)
  return (
    <>
      <Tag tone={statusTones[person.status]}>{t(`status.${person.status}`)}</Tag>
      {age !== undefined && <span>{t('person.age', { age })}</span>}
      {person.adviserName ? <span>{t('column.adviser')}: <bdi>{person.adviserName}</bdi></span> : <Tag tone="warning">{t('list.noAdviser')}</Tag>}
      {person.addressProtection !== 'none' && <Tag tone="danger">{t(`protection.${person.addressProtection}`)}</Tag>}
    </>
  )
}

/** Our own tabs and those of the other slices, in rows by what they are about. */
function useTabs(person: Person): Tab[] {
  const t = useText('people')
  const text = useFindText()
  const may = useMay()
  const panels = usePanels('person')
  const about = t('tabs.about')
  const own: Tab[] = [
    { value: 'overview', label: t('tab.overview'), group: about, content: <PersonOverview person={person} /> },
    { value: 'family', label: t('tab.family'), count: person.family.length || undefined, group: about, content: <FamilySection person={person} /> },
    ...(may('health.read') ? [{ value: 'health', label: t('tab.health'), group: about, content: <HealthSection personId={person.id} /> }] : []),
  ]
  const inGroup = (wanted: (typeof PERSON_GROUPS)[number]): Tab[] => panels.filter(({ group = 'about' }) => group === wanted).map(({ slice, id, title, component: Panel }) => (
    { value: `${slice}-${id}`, label: text(title, slice) ?? title, group: t(`tabs.${wanted}`), content: <Suspense fallback={<Loading />}><Panel id={person.id} /></Suspense> }))
  return [...own, ...PERSON_GROUPS.flatMap(inGroup)]
}

function PersonView({ person }: { person: Person }) {
  const t = useText('people')
  const [{ tab }, change] = useFilters(Shown)
  const [editing, setEditing] = useState(false)
  const tabs = useTabs(person)
  const name = `${person.givenName} ${person.familyName}`
  return (
    <>
      <PageHeader title={name} heading={<PersonName name={name} />} crumbs={[{ label: t('list.title'), to: '/people' }]} facts={<PersonFacts person={person} />} actions={<>
        <LinkButton to={`/people/${person.id}/print`} kind="quiet" icon="print">{t('person.print')}</LinkButton>
        {person.actions.includes('change') && <Button icon="edit" onClick={() => setEditing(true)}>{t('person.edit')}</Button>}</>} />
      <Tabs label={t('person.parts', { name })} tabs={tabs} value={tabs.some(({ value }) => value === tab) ? tab : 'overview'} onChange={(next) => change({ tab: next })} />
      <EditPerson person={person} open={editing} onClose={() => setEditing(false)} />
    </>
  )
}

/** One person: who she is, what matters now, and what every part of the work knows of her. */
export function PersonPage() {
  const personId = usePathParam('id')
  return <Loaded query={useApi('people.getPerson', { personId })} rows={10}>{(person) => <PersonView key={personId} person={person} />}</Loaded>
}
