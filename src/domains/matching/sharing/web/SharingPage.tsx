import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { useFilters } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { Agreements } from './Agreements.tsx'
import { FromNeighbours } from './FromNeighbours.tsx'
import { OursElsewhere } from './OursElsewhere.tsx'
import { NeighboursPlaces } from './NeighboursPlaces.tsx'
import '../../web/matching.css'

const TABS = ['agreements', 'places', 'ours', 'theirs'] as const
const Shown = z.object({ tab: z.enum(TABS).catch('agreements').default('agreements') })

function People({ of }: { of: 'places' | 'ours' | 'theirs' }) {
  const [places, ours, theirs] = [useApi('matching.listSharedPlaces', {}, { enabled: of === 'places' }), useApi('matching.listPutForward', {}, { enabled: of === 'ours' }), useApi('matching.listFromNeighbours', {}, { enabled: of === 'theirs' })]
  if (of === 'places') return <Loaded query={places}>{({ rows }) => <NeighboursPlaces rows={rows} />}</Loaded>
  if (of === 'ours') return <Loaded query={ours}>{({ rows }) => <OursElsewhere rows={rows} />}</Loaded>
  return <Loaded query={theirs}>{({ rows }) => <FromNeighbours rows={rows} />}</Loaded>
}

/** What is shared with neighbours: with whom, which places, and who is put forward where. */
export function SharingPage() {
  const t = useText('sharing')
  const may = useMay()
  const [{ tab }, change] = useFilters(Shown)
  const sharing = useApi('matching.listSharing', {})
  const agreements = <Loaded query={sharing}>{(data) => <Agreements sharing={data} />}</Loaded>
  const people = (['places', 'ours', 'theirs'] as const).map((value) => ({ value, label: t(`tab.${value}`), content: <People of={value} /> }))
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      {may('matching.read') ? <Tabs label={t('tabs')} value={tab} onChange={(next) => change({ tab: TABS.find((one) => one === next) })} tabs={[{ value: 'agreements', label: t('tab.agreements'), content: agreements }, ...people]} /> : agreements}
    </>
  )
}
