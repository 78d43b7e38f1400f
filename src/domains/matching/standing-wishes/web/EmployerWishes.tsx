import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMay } from '#web/me.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { WishTable } from './WishTable.tsx'

/** On an employer's page: what they would say yes to if somebody came. */
export function EmployerWishes({ id: employerId }: { id: string }) {
  const t = useText('standing-wishes')
  const may = useMay()
  const query = useApi('matching.listStandingWishes', { employerId })
  const add = may('employers.write') && <LinkButton icon="plus" to={`/employers/${employerId}/standing-wish/${newId()}`}>{t('new')}</LinkButton>
  return <Loaded query={query}>{({ rows }) => (rows.length === 0 ? <EmptyState title={t('empty')} action={add}>{t('emptyHelp')}</EmptyState> : <div className="stack"><WishTable rows={rows} hideEmployer /><div>{add}</div></div>)}</Loaded>
}
