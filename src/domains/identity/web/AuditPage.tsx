import './identity.css'
import { PlainDate } from '#shared/date.ts'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Filters } from './auditFilters.ts'
import { AuditTable } from './AuditTable.tsx'
import { DoorEvents } from './DoorEvents.tsx'
import { useNames } from './words.ts'

const NONE = { person: undefined, account: undefined, operation: undefined, from: undefined, to: undefined, before: undefined }

/** Who has read or changed what. */
export function AuditPage() {
  const t = useText('identity')
  const { formatDate } = useFormat()
  const { operationName } = useNames()
  const [filters, change] = useFilters(Filters)
  const { person, account, operation, from, to, before } = filters
  const query = useApi('identity.readAudit', { personId: person, accountId: account, operation, from, to, before }, { keep: true })
  const narrow = (next: Partial<Filters>): void => change({ ...next, before: undefined })
  const rows = query.data?.rows ?? []
  const nameOfPerson = rows.flatMap(({ people }) => people).find(({ id }) => id === person)?.name
  const nameOfAccount = rows.find(({ actor }) => actor.id === account)?.actor.name
  const active = [
    ...(person ? [{ key: 'person', label: t('audit.onlyPerson', { name: nameOfPerson ?? '–' }), onRemove: () => narrow({ person: undefined }) }] : []),
    ...(account ? [{ key: 'account', label: t('audit.onlyAccount', { name: nameOfAccount ?? '–' }), onRemove: () => narrow({ account: undefined }) }] : []),
    ...(operation ? [{ key: 'operation', label: operationName(operation), onRemove: () => narrow({ operation: undefined }) }] : []),
    ...(from ? [{ key: 'from', label: t('audit.onlyFrom', { day: formatDate(from) }), onRemove: () => narrow({ from: undefined }) }] : []),
    ...(to ? [{ key: 'to', label: t('audit.onlyTo', { day: formatDate(to) }), onRemove: () => narrow({ to: undefined }) }] : []),
  ]
  return (
    <>
      <PageHeader title={t('audit.title')} description={t('audit.lead')} />
      <Section title={t('audit.entries')}>
        <FilterBar active={active} onClear={() => change(NONE)}>
          <DateField label={t('audit.from')} value={from} onChange={(day) => narrow({ from: PlainDate.safeParse(day).data })} />
          <DateField label={t('audit.to')} value={to} onChange={(day) => narrow({ to: PlainDate.safeParse(day).data })} />
        </FilterBar>
        <Loaded query={query} rows={12}>{({ rows: shown, next }) => <>
          {shown.length === 0 ? <EmptyState title={t('audit.none')} /> : <AuditTable rows={shown} onNarrow={narrow} />}
          <div className="cluster">
            {before && <Button onClick={() => change({ before: undefined })}>{t('audit.first')}</Button>}
            {next && <Button onClick={() => change({ before: next })}>{t('audit.next')}</Button>}
          </div>
        </>}</Loaded>
      </Section>
      <DoorEvents />
    </>
  )
}
