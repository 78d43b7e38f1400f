import { useApi } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'

/** What happened before anybody was known. */
export function DoorEvents() {
  const t = useText('identity')
  const find = useFindText()
  const { formatMoment } = useFormat()
  return (
    <Section title={t('doorEvents.title')} description={t('doorEvents.lead')}>
      <Loaded query={useApi('identity.listDoorEvents', {})}>{({ rows }) => rows.length === 0 ? <EmptyState title={t('doorEvents.none')} /> : (
        <Table caption={t('doorEvents.title')} hideCaption rows={rows} rowKey={({ id }) => id} columns={[
          { key: 'at', header: t('audit.when'), names: true, cell: ({ at }) => formatMoment(at) },
          { key: 'kind', header: t('doorEvents.kind'), cell: ({ kind }) => find(`doorEvents.${kind}`, 'identity') ?? kind },
          { key: 'detail', header: t('doorEvents.detail'), cell: ({ detail }) => Object.values(detail ?? {}).join(', ') },
        ]} />
      )}</Loaded>
    </Section>
  )
}
