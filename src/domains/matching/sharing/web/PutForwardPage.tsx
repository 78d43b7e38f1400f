import { useApi } from '#web/api.ts'
import { useRefusalText, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { fullName } from '../../web/words.ts'
import { OursElsewhere } from './OursElsewhere.tsx'
import { YesForm } from './YesForm.tsx'
import '../../web/matching.css'

/** Her yes to be put forward for one place of a neighbour: gone through with her, noted, and only then seen there. */
export function PutForwardPage() {
  const t = useText('sharing')
  const matching = useText('matching')
  const refusalText = useRefusalText()
  const [openingId, personId] = [usePathParam('id'), usePathParam('personId')]
  const [preview, ours] = [useApi('matching.previewPutForward', { personId, openingId, parts: [] }), useApi('matching.listPutForward', { openingId, personId })]
  return (
    <Loaded query={preview} rows={8}>
      {({ person, place, obstacles, hasGround }) => (
        <div className="stack">
          <PageHeader title={t('forward.title')} crumbs={[{ label: t('title'), to: '/sharing' }, { label: place.title, to: `/sharing/places/${openingId}` }]}
            heading={<>{t('forward.heading', { opening: place.title, municipality: place.ownerName })}<PersonName name={fullName(person)} to={`/people/${personId}`} /></>} description={[place.employerName, place.place].filter(Boolean).join(', ')}
            actions={<LinkButton kind="quiet" to={`/matches/compare/${personId}/${openingId}`}>{matching('match.compare')}</LinkButton>} />
          {ours.data && <OursElsewhere quiet rows={ours.data.rows} />}
          {obstacles.length > 0 ? !obstacles.includes('sharing.alreadyPutForward') && <Notice tone="warning" title={t('forward.obstacle')}><ul>{obstacles.map((code) => <li key={code}>{refusalText({ code })}</li>)}</ul></Notice>
            : <YesForm person={person} place={place} hasGround={hasGround} />}
        </div>
      )}
    </Loaded>
  )
}
