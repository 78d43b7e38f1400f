import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Link } from '#web/ui/Link.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { fullName } from '../../web/words.ts'
import type { Ring } from '../wish.schema.ts'
import { showsWishes, useReachedText } from './words.ts'
import './wishes.css'

function RingLine({ ring, withWish }: { ring: Ring; withWish: boolean }) {
  const t = useText('standing-wishes')
  const { formatDate } = useFormat()
  const reachedText = useReachedText()
  const may = useMay()
  const see = useCommand('matching.seeRing', { refreshes: showsWishes, success: t('ring.seenDone') })
  return (
    <li className="ring">
      <div>
        <p><PersonName name={fullName(ring.person)} to={`/people/${ring.person.id}`} /> {reachedText(ring)}</p>
        <p className="match-quiet">{withWish && <><Link to={`/standing-wishes/${ring.wishId}`}>{t('ring.line', { employer: ring.employerName, wish: ring.wishTitle })}</Link> · </>}{formatDate(ring.rungOn)}</p>
      </div>
      {may('matching.present') && <Button pending={see.pending} onClick={() => { void see.run({ id: ring.id, version: ring.version }) }}>{t('ring.seen')}<span className="ds-sr-only"> {fullName(ring.person)}</span></Button>}
    </li>
  )
}

/** What rang, each with what changed, until somebody has looked at it. */
export const RingList = ({ rings, withWish = false }: { rings: readonly Ring[]; withWish?: boolean }) => (
  <ul className="rings">{rings.map((ring) => <RingLine key={ring.id} ring={ring} withWish={withWish} />)}</ul>
)
