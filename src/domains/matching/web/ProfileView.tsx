import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import type { EmployerProfile } from '../presentation.schema.ts'
import { useLevelText } from './words.ts'

function Part({ title, lines }: { title: string; lines: readonly string[] | undefined }) {
  const t = useText('matching')
  if (lines === undefined) return null
  return <section><h3>{title}</h3>{lines.length === 0 ? <p className="match-quiet">{t('profile.none')}</p> : <ul>{lines.map((line) => <li key={line}><bdi>{line}</bdi></li>)}</ul>}</section>
}

/** The profile as the employer sees it: what she said yes to, and nothing else. */
export function ProfileView({ profile }: { profile: EmployerProfile }) {
  const t = useText('matching')
  const find = useFindText()
  const { formatDate } = useFormat()
  const { languageName } = useNames()
  const levelText = useLevelText()
  const { givenName, languages, experience, skills, certificates, mayWorkUntil } = profile
  const level = (one: NonNullable<typeof languages>[number]): string => {
    const known = levelText(one.level)
    const words = t('value.levelIn', { language: languageName(one.language), skill: find(`skill.${one.skill}`, 'matching') ?? one.skill, level: known })
    return one.asked === null ? words : `${words}. ${t('profile.asked', { level: one.asked })}`
  }
  return (
    <div className="match-profile">
      {givenName !== undefined && <p className="match-profile__name"><bdi>{givenName}</bdi></p>}
      <Part title={t('profile.languages')} lines={languages?.map(level)} />
      <Part title={t('profile.experience')} lines={experience?.map(({ title, years }) => (years === null || years === 0 ? title : t('profile.years', { title, years })))} />
      <Part title={t('profile.skills')} lines={skills?.map(({ name, seenAtWork }) => (seenAtWork ? t('profile.seenAtWork', { name }) : name))} />
      <Part title={t('profile.certificates')} lines={certificates?.map(({ kind, name }) => (kind === 'driving_licence' ? t('profile.licence', { name }) : name))} />
      {mayWorkUntil !== undefined && <p>{t('profile.mayWork', { day: formatDate(mayWorkUntil) })}</p>}
    </div>
  )
}
