import type { ReactNode } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { Employer } from '../employer.schema.ts'
import { ContactPersonSection } from './ContactPersonSection.tsx'
import { ContactsSection } from './ContactsSection.tsx'
import { EmployerStatusTag } from './EmployerStatusTag.tsx'
import { RelationSection } from './RelationSection.tsx'

/** What the register says, who has the contact, what is agreed, and the units below. */
export function EmployerOverview({ employer, children }: { employer: Employer; /** What other slices add. */ children: ReactNode }) {
  return (
    <div className="stack">
      <div className="split">
        <div className="stack"><ContactPersonSection employer={employer} /><ContactsSection employer={employer} /></div>
        <div className="stack"><RelationSection employer={employer} /><RegisterSection employer={employer} /></div>
      </div>
      {employer.kind === 'enhet' && <UnitsSection employer={employer} />}
      {children}
    </div>
  )
}

function RegisterSection({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const { formatDate, formatMoment, formatNumber } = useFormat()
  const { parent, parentOrgNumber: waiting } = employer
  const address = [employer.street, [employer.postcode, employer.place].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const facts = [
    { term: t('register.orgNumber'), value: employer.orgNumber.replace(/(\d{3})(?=\d)/g, '$1 ') },
    ...(employer.kind === 'underenhet' ? [{ term: t('register.parent'), value: parent ? <Link to={`/employers/${parent.id}`}><bdi>{parent.name}</bdi></Link> : waiting && t('register.parentUnknown', { number: waiting }) }] : []),
    { term: t('register.orgForm'), value: employer.orgForm },
    { term: t('register.industry'), value: employer.industryCode && `${employer.industryCode} ${employer.industryText ?? ''}` },
    { term: t('register.employees'), value: employer.employees === null ? <span className="unknown">{t('register.employeesUnknown')}</span> : formatNumber(employer.employees) },
    { term: t('register.address'), value: address },
    { term: t('register.registeredOn'), value: employer.registeredOn && formatDate(employer.registeredOn) },
    ...(employer.deletedOn ? [{ term: t('register.deletedOn'), value: formatDate(employer.deletedOn) }] : []),
  ]
  return <Section title={t('register.title')} description={t('register.checked', { when: formatMoment(employer.checkedAt) })}><DefinitionList facts={facts} columns={2} /></Section>
}

function UnitsSection({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const { formatNumber } = useFormat()
  return (
    <Section title={t('units.title')} count={employer.units.length} description={t('units.description')}>
      {employer.units.length === 0 ? <EmptyState title={t('units.empty')}>{t('units.emptyHelp')}</EmptyState>
        : <Table caption={t('units.title')} hideCaption rows={employer.units} rowKey={({ id }) => id} columns={[
          { key: 'name', header: t('column.name'), names: true, cell: (unit) => <Link to={`/employers/${unit.id}`}><bdi>{unit.name}</bdi></Link> },
          { key: 'place', header: t('column.place'), cell: (unit) => unit.place ?? '–' },
          { key: 'status', header: t('filter.status'), cell: (unit) => <EmployerStatusTag status={unit.status} /> },
          { key: 'openings', header: t('column.openings'), align: 'end', cell: (unit) => formatNumber(unit.openings) },
        ]} />}
    </Section>
  )
}
