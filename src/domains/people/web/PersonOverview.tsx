import { PlainDate, daysBetween } from '#shared/date.ts'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay, useMe } from '#web/me.tsx'
import { useNames } from '#web/names.ts'
import { CefrBar } from '#web/ui/CefrBar.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { WhoHasList } from '#web/WhoHas.tsx'
import { AddressAndNumbers } from './AddressAndNumbers.tsx'
import { ObjectionSection } from './ObjectionSection.tsx'
import { levelWord, pictured } from './words.ts'

type Person = Output<'people.getPerson'>
/** A permit that ends within this many days is said first. */
const PERMIT_WARNING_DAYS = 120

function Warnings({ person }: { person: Person }) {
  const t = useText('people')
  const { formatDate } = useFormat()
  const { today } = useMe()
  const left = person.permitUntil ? daysBetween(PlainDate.parse(today), person.permitUntil) : undefined
  return (
    <>
      {left !== undefined && left <= PERMIT_WARNING_DAYS && person.permitUntil && (
        <Notice tone="warning" title={t(left < 0 ? 'overview.permitOver' : 'overview.permitEnds', { date: formatDate(person.permitUntil, 'long') })}><p>{t('overview.permitHelp')}</p></Notice>)}
      {person.adviserId === null && <Notice tone="warning" title={t('overview.noAdviser')}><p>{t('overview.noAdviserHelp')}</p></Notice>}
      {person.interpreterLanguage && <InterpreterNeeded language={person.interpreterLanguage} />}
    </>
  )
}

function InterpreterNeeded({ language }: { language: string }) {
  const t = useText('people')
  const { languageName } = useNames()
  return <Notice title={t('overview.interpreter', { language: languageName(language) })} />
}

function WorkAndLanguage({ personId }: { personId: string }) {
  const t = useText('people')
  const { data } = useApi('competence.getCompetence', { personId })
  if (!data) return null
  const norwegian = data.languages.find(({ language }) => language === 'no')?.now ?? []
  return (
    <Section title={t('overview.forWork')}>
      {norwegian.length === 0 ? <p className="unknown">{t('overview.notAssessed')}</p>
        : norwegian.map(({ skill, level }) => <CefrBar key={skill} label={t(`skill.${skill}`)} known={pictured(level)} words={t('level', { level: levelWord(level) })} />)}
      <DefinitionList columns={2} facts={[
        { term: t('overview.wishes'), value: data.wishes.map(({ wording }) => wording).join(', ') },
        { term: t('overview.work'), value: data.work.slice(0, 3).map(({ title }) => title).join(', ') },
        { term: t('overview.licences'), value: data.certificates.filter(({ kind }) => kind === 'driving_licence').map(({ name }) => name).join(', ') },
        { term: t('overview.hours'), value: data.frame?.hoursPerWeek ? t('overview.hoursAWeek', { hours: data.frame.hoursPerWeek }) : null },
      ]} />
    </Section>
  )
}

/** Where on the road she is, for the division of work. */
const phaseOf = (status: Person['status']) => (status === 'settled' ? 'before' as const : status === 'in_programme' ? 'during' as const : 'after' as const)
const asked = { before: ['mapping', 'career_guidance', 'find_practice'], during: ['find_practice', 'find_job', 'follow_workplace', 'wage_subsidy', 'language_at_work'], after: ['hand_over', 'find_job', 'after_hire'] } as const

/** Which service answers for what, for one who is where she is now (KAR-10). Nothing where no division is agreed. */
function WhoDoesWhat({ status }: { status: Person['status'] }) {
  const t = useText('cooperation')
  const may = useMay()
  const phase = phaseOf(status)
  const { data } = useApi('cooperation.whoHasDuties', { phase, kinds: [...asked[phase]] }, { enabled: may('employers.read') })
  if (!data?.agreed) return null
  return <Section title={t('who.now')} description={t('who.nowHelp')} actions={<Link to="/division">{t('who.link')}</Link>}><WhoHasList duties={data.duties} /></Section>
}

/** What matters now, then who she is. */
export function PersonOverview({ person }: { person: Person }) {
  const t = useText('people')
  const { formatDate } = useFormat()
  const { languageName, countryName } = useNames()
  return (
    <div className="people-stack">
      <Warnings person={person} />
      <WorkAndLanguage personId={person.id} />
      <Section title={t('person.basics')}>
        <DefinitionList columns={2} facts={[
          { term: t('field.phone'), value: person.phone && <a className="ds-link" href={`tel:${person.phone}`}>{person.phone}</a> },
          { term: t('field.email'), value: person.email && <a className="ds-link" href={`mailto:${person.email}`}>{person.email}</a> },
          { term: t('field.birthDate'), value: person.birthDate && formatDate(person.birthDate, 'long') },
          { term: t('field.gender'), value: person.gender && t(`gender.${person.gender}`) },
          { term: t('field.country'), value: person.country && countryName(person.country) },
          { term: t('field.firstLanguage'), value: person.firstLanguage && languageName(person.firstLanguage) },
          { term: t('field.otherLanguages'), value: person.otherLanguages?.map(languageName).join(', ') },
          { term: t('field.contactLocale'), value: languageName(person.contactLocale) },
          { term: t('field.arrivalCategory'), value: person.arrivalCategory && t(`arrival.${person.arrivalCategory}`) },
          { term: t('field.settledOn'), value: person.settledOn && formatDate(person.settledOn, 'long') },
          { term: t('field.permitUntil'), value: person.permitUntil && formatDate(person.permitUntil, 'long') },
        ]} />
        {person.note && <><h3>{t('field.note')}</h3><p className="people-note">{person.note}</p></>}
      </Section>
      <WhoDoesWhat status={person.status} />
      <AddressAndNumbers person={person} />
      <ObjectionSection person={person} />
    </div>
  )
}
