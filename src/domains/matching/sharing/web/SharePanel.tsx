import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import type { OpeningSharing } from '../sharing.schema.ts'
import { FromNeighbours } from './FromNeighbours.tsx'
import { showsSharing } from './words.ts'
import '../../web/matching.css'

function Sharing({ openingId, sharing }: { openingId: string; sharing: OpeningSharing }) {
  const t = useText('sharing')
  const { formatDate } = useFormat()
  const before = sharing.neighbours.filter(({ sharedOn }) => sharedOn !== null).map(({ id }) => id)
  const [chosen, setChosen] = useState(before)
  const share = useCommand('matching.shareOpening', { refreshes: showsSharing, success: t('share.saved') })
  const mayShare = sharing.actions.includes('share')
  const unchanged = chosen.length === before.length && chosen.every((id) => before.includes(id))
  return (
    <div className="stack">
      <ErrorSummary refusals={share.refusals} />
      <CheckboxGroup label={t('share.with')} description={t('share.help')} value={chosen} onChange={(next) => setChosen(next ?? [])} disabled={!mayShare}
        options={sharing.neighbours.map(({ id, name, sharedOn }) => ({ value: id, label: name, ...(sharedOn !== null && { description: t('share.since', { day: formatDate(sharedOn) }) }) }))} />
      {mayShare && <div><Button pending={share.pending} disabled={unchanged} onClick={() => { void share.run({ openingId, neighbourIds: chosen }) }}>{t('share.save')}</Button></div>}
      {sharing.putForward.length > 0 && <FromNeighbours rows={sharing.putForward} />}
    </div>
  )
}

/** On a place's page: which neighbours may see it, and whom they have put forward. */
export function SharePanel({ id: openingId }: { id: string }) {
  const t = useText('sharing')
  const query = useApi('matching.getOpeningSharing', { openingId })
  return (
    <Loaded query={query}>
      {(sharing) => (!sharing.canBeShared ? <p className="match-quiet">{t('share.vacancy')}</p> : sharing.neighbours.length === 0 ? <p className="match-quiet">{t('share.none')}</p>
        : <Sharing key={sharing.neighbours.map(({ id, sharedOn }) => `${id}${sharedOn}`).join()} openingId={openingId} sharing={sharing} />)}
    </Loaded>
  )
}
