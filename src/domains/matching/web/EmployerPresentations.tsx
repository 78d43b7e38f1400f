import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PresentationTable } from './PresentationTable.tsx'
import './matching.css'

/** On an employer's page: who is proposed or presented there, and how far it has come. */
export function EmployerPresentations({ id: employerId }: { id: string }) {
  const t = useText('matching')
  const query = useApi('matching.listPresentations', { employerId })
  return <Loaded query={query}>{({ rows }) => (rows.length === 0 ? <EmptyState title={t('board.empty')}>{t('board.emptyHelp')}</EmptyState> : <PresentationTable rows={rows} caption={t('panel.presentations')} />)}</Loaded>
}
