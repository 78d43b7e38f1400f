import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { WhoHasList } from '#web/WhoHas.tsx'

/** On an employer's page: who rings first and who keeps the contact, by the division of work. A contact person chosen for this employer goes before it. */
export function WhoRingsPanel() {
  const t = useText('cooperation')
  const query = useApi('cooperation.whoHasDuties', { kinds: ['ring_first', 'keep_relation', 'find_practice', 'find_job'] })
  return (
    <Loaded query={query} rows={2}>{({ agreed, duties }) => (
      <div className="stack">
        {agreed ? <WhoHasList duties={duties} /> : <p>{t('who.notAgreed')}</p>}
        <p><Link to="/division">{t('who.link')}</Link></p>
      </div>
    )}</Loaded>
  )
}
