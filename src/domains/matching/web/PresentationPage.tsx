import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { DefinitionList, type Fact } from '#web/ui/DefinitionList.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Steps } from '#web/ui/Steps.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { PresentationActions } from './PresentationActions.tsx'
import { fullName, stateTones, type Presentation } from './words.ts'
import './matching.css'

const course = ['proposed', 'waiting_for_yes', 'ready', 'presented', 'met', 'agreed'] as const

function useFacts(presentation: Presentation): Fact[] {
  const t = useText('matching')
  const { formatDate } = useFormat()
  const { note, application, askedOn, consentOn, consentHow, consentBy, consentText, decidedOn, decidedBy, metOn, meetingNote, outcome, outcomeReason } = presentation
  const facts: (Fact | false)[] = [
    note !== null && { term: t('presentation.note'), value: note },
    application !== null && { term: t('presentation.application'), value: <span dir="auto">{application}</span> },
    { term: t('presentation.asked'), value: askedOn && formatDate(askedOn) },
    { term: t('presentation.consent'), value: consentOn && consentHow && (consentBy ? t('presentation.consentBy', { day: formatDate(consentOn), how: t(`how.${consentHow}`), by: consentBy }) : `${formatDate(consentOn)}, ${t(`how.${consentHow}`)}`) },
    consentText !== null && { term: t('presentation.consentText'), value: <q className="match-words" dir="auto">{consentText}</q> },
    { term: t('presentation.decided'), value: decidedOn && t('presentation.decidedBy', { day: formatDate(decidedOn), by: decidedBy ?? '' }) },
    { term: t('presentation.met'), value: metOn && [formatDate(metOn), meetingNote].filter(Boolean).join('. ') },
    outcome !== 'open' && { term: t('presentation.outcome'), value: [t(`outcome.${outcome}`), outcomeReason].filter(Boolean).join('. ') },
  ]
  return facts.filter((fact) => fact !== false)
}

function View({ presentation }: { presentation: Presentation }) {
  const t = useText('matching')
  const { formatDate } = useFormat()
  const facts = useFacts(presentation)
  const { id, person, opening, state, startedBy, permitEnds, consentHow, consentOn } = presentation
  const hasProfile = consentOn !== null && consentHow !== 'own_application'
  return (
    <div className="matches">
      <PageHeader title={t('presentation.title')} crumbs={[{ label: t('board.title'), to: '/matches' }]} heading={<><PersonName name={fullName(person)} to={`/people/${person.id}`} /> – {opening.title}</>}
        description={[opening.employerName, opening.place].filter(Boolean).join(', ')} facts={<Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>}
        actions={<LinkButton kind="quiet" to={`/matches/compare/${person.id}/${opening.id}`}>{t('match.compare')}</LinkButton>} />
      {state !== 'ended' && <Steps label={t('presentation.steps')} steps={course.map((one) => t(`state.${one}`))} current={state === 'agreed' ? course.length : course.indexOf(state)} />}
      {permitEnds && <Notice tone="warning" title={t('presentation.permit', { day: formatDate(permitEnds) })}><p>{t('presentation.permitHelp')}</p></Notice>}
      {startedBy === 'participant' && !hasProfile && state !== 'ended' && <Notice>{t('presentation.applicationHelp')}</Notice>}
      <PresentationActions presentation={presentation} />
      <Section title={t('presentation.facts')} actions={hasProfile && <LinkButton to={`/matches/${id}/profile`}>{t('presentation.profile')}</LinkButton>}><DefinitionList facts={facts} columns={2} /></Section>
    </div>
  )
}

/** One presentation: how far it has come, what is next, and what was said and decided on the way. */
export function PresentationPage() {
  const query = useApi('matching.getPresentation', { presentationId: usePathParam('id') })
  return <Loaded query={query}>{(presentation) => <View presentation={presentation} />}</Loaded>
}
