import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { ProfileView } from './ProfileView.tsx'
import './matching.css'

/** What the employer is shown, to print or to show on the screen. */
export function ProfilePage() {
  const t = useText('matching')
  const { formatDate } = useFormat()
  const id = usePathParam('id')
  const query = useApi('matching.profileForEmployer', { presentationId: id })
  return (
    <Loaded query={query}>
      {({ profile, openingTitle, employerName, municipalityName, consentOn, contactName }) => <>
        <PageHeader title={t('profile.title')} heading={profile.givenName ? t('profile.titleName', { name: profile.givenName }) : undefined} crumbs={[{ label: t('presentation.title'), to: `/matches/${id}` }]}
          description={employerName === null ? openingTitle : t('profile.for', { opening: openingTitle, employer: employerName })} actions={<PrintButton />} />
        <div className="match-paper"><ProfileView profile={profile} />
          <p className="match-quiet">{contactName === null ? t('profile.footMunicipality', { day: formatDate(consentOn), municipality: municipalityName }) : t('profile.foot', { day: formatDate(consentOn), contact: contactName, municipality: municipalityName })}</p></div>
      </>}
    </Loaded>
  )
}
