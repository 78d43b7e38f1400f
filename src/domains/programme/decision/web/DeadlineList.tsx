import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'

type Deadline = Output<'programme.getRights'>['deadlines'][number]

const named = ['mapping', 'career_guidance', 'decision', 'start', 'two_year_limit', 'plan', 'contract', 'norwegian_offer', 'social_studies'] as const
const nameOf = (what: string): (typeof named)[number] | 'other' => named.find((one) => one === what) ?? 'other'

/** A deadline that was met late is said so, and is no alarm any more. */
const toneOf = ({ state, doneOn, force }: Deadline): Tone => (state === 'done' ? 'success' : state === 'late' ? (doneOn !== null ? 'neutral' : force === 'shall' ? 'danger' : 'warning') : state === 'soon' ? 'warning' : 'neutral')

/** The time limits as a line through time: what is late, what is near, what was done. */
export function DeadlineList({ deadlines }: { deadlines: readonly Deadline[] }) {
  const t = useText('decision')
  const { formatDate } = useFormat()
  const stateText = ({ state, doneOn }: Deadline): string => doneOn !== null ? t(state === 'late' ? 'deadline.state.lateDone' : 'deadline.state.done', { date: formatDate(doneOn) }) : t(`deadline.state.${state}`)
  return (
    <Section title={t('deadlines.title')}>
      {deadlines.length === 0 ? <p>{t('deadlines.none')}</p> : <Timeline items={deadlines.map((one) => ({
        id: one.what, when: one.by === null ? '–' : formatDate(one.by, 'long'), tone: toneOf(one),
        title: <>{t(`deadline.${nameOf(one.what)}`)} <Tag tone={toneOf(one)}>{stateText(one)}</Tag>{one.force === 'should' && <small> ({t('deadline.should')})</small>}</> }))} />}
    </Section>
  )
}
