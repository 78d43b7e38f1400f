import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { ProfileView } from '../../web/ProfileView.tsx'
import { AnswerActions } from './AnswerActions.tsx'
import { stateTones } from './words.ts'
import '../../web/matching.css'

/** What a neighbour's participant has agreed to show us, and our answer. Opening it is noted, and she can see that. */
export function NeighbourPersonPage() {
  const t = useText('sharing')
  const { formatDate } = useFormat()
  const query = useApi('matching.readFromNeighbour', { id: usePathParam('id') })
  return (
    <Loaded query={query}>
      {(one) => (
        <div className="matches">
          <PageHeader title={t('theirs.heading', { municipality: one.fromName })} crumbs={[{ label: t('title'), to: '/sharing' }]} description={t('theirs.for', { opening: one.openingTitle })}
            facts={<Tag tone={stateTones[one.state]}>{t(`state.${one.state}`)}</Tag>} actions={<PrintButton />} />
          <AnswerActions one={one} />
          <Section title={t('theirs.profile')} description={t('theirs.readHelp')}>
            <div className="match-paper"><ProfileView profile={one.profile} />
              <p className="match-quiet">{t('theirs.consent', { day: formatDate(one.consentOn), name: one.contactName ?? '–', email: one.contactEmail ?? '–' })}</p></div>
          </Section>
        </div>
      )}
    </Loaded>
  )
}
