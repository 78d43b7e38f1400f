import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Select } from '#web/ui/Select.tsx'
import { WishTable } from './WishTable.tsx'

const Shown = z.object({ show: z.enum(['open', 'ended']).catch('open').default('open') })

/** Every need that stands until somebody fits, the longest waiting first (EMP-14). */
export function WishesPage() {
  const t = useText('standing-wishes')
  const [{ show }, change] = useFilters(Shown)
  const query = useApi('matching.listStandingWishes', { ended: show === 'ended' })
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} actions={<Select id="show" name="show" hideLabel label={t('show')} value={show} onChange={(next) => change({ show: next ?? 'open' })} options={(['open', 'ended'] as const).map((value) => ({ value, label: t(`show.${value}`) }))} />} />
      <Loaded query={query} rows={6}>{({ rows }) => (rows.length === 0 ? <EmptyState title={t('empty')} action={<LinkButton to="/employers">{t('toEmployers')}</LinkButton>}>{t('emptyHelp')}</EmptyState> : <WishTable rows={rows} />)}</Loaded>
    </>
  )
}
