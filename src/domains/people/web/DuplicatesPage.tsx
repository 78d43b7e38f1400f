import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import './people.css'
import { statusTones } from './words.ts'

type Alike = Output<'people.listDuplicates'>['rows'][number]['left']

function Side({ person }: { person: Alike }) {
  const t = useText('people')
  const { formatDate } = useFormat()
  const { countryName } = useNames()
  return (
    <div>
      <p><PersonName name={`${person.givenName} ${person.familyName}`} to={`/people/${person.id}`} /> <Tag tone={statusTones[person.status]}>{t(`status.${person.status}`)}</Tag></p>
      <p>{[person.birthDate ? formatDate(person.birthDate, 'long') : t('duplicates.noBirthDate'), person.country && countryName(person.country), person.adviserName ?? t('list.noAdviser')].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

/** Pairs that may be one person. Somebody looks at each, and says: one, or two. */
export function DuplicatesPage() {
  const t = useText('people')
  const [page, setPage] = useState(1)
  const query = useApi('people.listDuplicates', { page: page - 1 }, { keep: true })
  const dismiss = useCommand('people.dismissDuplicate', { refreshes: ['people.listDuplicates'], success: t('duplicates.dismissed') })
  return (
    <>
      <PageHeader title={t('duplicates.title')} crumbs={[{ label: t('list.title'), to: '/people' }]} description={t('duplicates.help')} />
      <Section title={t('duplicates.pairs')} count={query.data?.total}>
        <Loaded query={query}>{({ rows, total, pageSize }) => rows.length === 0 ? <EmptyState title={t('duplicates.none')}>{t('duplicates.noneHelp')}</EmptyState> : <>
          <ul className="people-list">
            {rows.map(({ left, right }) => (
              <li key={`${left.id} ${right.id}`}>
                <div className="people-sides"><Side person={left} /><Side person={right} /></div>
                <span className="cluster">
                  <LinkButton to={`/people/duplicates/${left.id}/${right.id}`}>{t('duplicates.compare')}</LinkButton>
                  <Button kind="quiet" pending={dismiss.pending} onClick={() => { void dismiss.run({ personId: left.id, otherId: right.id }) }}>{t('duplicates.two')}</Button>
                </span>
              </li>
            ))}
          </ul>
          <Pagination page={page} size={pageSize} total={total} onPage={setPage} />
        </>}</Loaded>
      </Section>
    </>
  )
}
