import { Suspense } from 'react'
import { useFindText, useText } from '#web/i18n.tsx'
import { usePanels } from '#web/panels.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loading } from '#web/ui/Loading.tsx'

type Props = { personId: string; /** Slice and id of the part of her page, `competence-competence`. */ place: string | undefined; onClose: () => void }

/** The part of her page where facts are kept, on top of the talk: they are put right there and nowhere else. */
export function FactsDrawer({ personId, place, onClose }: Props) {
  const t = useText('talks')
  const text = useFindText()
  const panel = usePanels('person').find(({ slice, id }) => `${slice}-${id}` === place)
  const Part = panel?.component
  return (
    <Dialog open={place !== undefined} onClose={onClose} title={panel ? text(panel.title, panel.slice) ?? '' : t('facts.title')} wide>
      {Part ? <Suspense fallback={<Loading />}><Part id={personId} /></Suspense> : <p>{t('facts.elsewhere')} <Link to={`/people/${personId}`} search={{ tab: 'family' }}>{t('facts.person')}</Link></p>}
    </Dialog>
  )
}
