import { useApi, type Input } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useAgreementColumns } from './agreementColumns.tsx'

type Props = { filter: Input<'placements.listAgreements'>; without: Parameters<typeof useAgreementColumns>[0]; begin: Record<string, string> }

function Placements({ filter, without, begin }: Props) {
  const t = useText('placements')
  const may = useMay()
  const columns = useAgreementColumns(without)
  const query = useApi('placements.listAgreements', filter)
  const action = may('placements.write') && <LinkButton icon="plus" to="/placements/new" search={begin}>{t('list.new')}</LinkButton>
  return (
    <Loaded query={query} rows={3}>{({ rows }) => rows.length === 0
      ? <EmptyState title={t('panel.empty')} action={action} />
      : <div className="stack"><Table caption={t('panel.title')} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />{action && <div>{action}</div>}</div>}</Loaded>
  )
}

/** A person's placements, on her page. */
export const PersonPlacements = ({ id }: { id: string }) => <Placements filter={{ personId: id }} without={['who']} begin={{ from: 'person', personId: id }} />
/** Placements at an employer. */
export const EmployerPlacements = ({ id }: { id: string }) => <Placements filter={{ employerId: id }} without={['employer']} begin={{ from: 'visit', employerId: id }} />
/** Placements in an opening. */
export const OpeningPlacements = ({ id }: { id: string }) => <Placements filter={{ openingId: id }} without={['employer']} begin={{ from: 'place', openingId: id }} />
