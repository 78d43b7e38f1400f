import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useOpeningColumns } from './openingColumns.tsx'

/** On an employer's page: what is open there, and the way to make a new one. */
export function EmployerOpenings({ id }: { id: string }) {
  const t = useText('opportunities')
  const may = useMay()
  const openings = useApi('opportunities.listOpenings', { employerId: id, sort: 'title' })
  const columns = useOpeningColumns().filter(({ key }) => key !== 'employer')
  return (
    <div className="stack">
      <Loaded query={openings} rows={2}>{({ rows }) => rows.length === 0 ? <p>{t('panel.empty')}</p>
        : <Table caption={t('panel.openings')} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />}</Loaded>
      {may('opportunities.write') && <div><LinkButton icon="plus" to="/openings/new" search={{ employerId: id }}>{t('panel.new')}</LinkButton></div>}
    </div>
  )
}
