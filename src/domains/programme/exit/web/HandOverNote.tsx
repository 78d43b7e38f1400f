import type { ReactNode } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import type { HandOver } from '../hand-over.schema.ts'

const listed = (items: readonly string[]): ReactNode => (items.length === 0 ? null : <ul>{items.map((item) => <li key={item}><bdi>{item}</bdi></li>)}</ul>)

/** What is known of her, as it stood: so that nothing is mapped twice. */
function Known({ content }: Pick<HandOver, 'content'>) {
  const t = useText('exit')
  const { formatDate } = useFormat()
  const { languageName, countryName } = useNames()
  const { programme, languages, education, work, placements, certificates, wishes, skills } = content
  return (
    <DefinitionList facts={[
      { term: t('note.birthDate'), value: content.birthDate && formatDate(content.birthDate, 'long') },
      { term: t('note.interpreter'), value: content.interpreterLanguage && languageName(content.interpreterLanguage) },
      { term: t('note.programme'), value: programme && t('note.programmeText', { from: formatDate(programme.startsOn), to: programme.endedOn ?? programme.lastDay ? formatDate(programme.endedOn ?? programme.lastDay ?? '') : '', goal: t(`goal.${programme.finalGoal as 'work'}`) }) }, // the column holds nothing else
      { term: t('note.languages'), value: listed(languages.map(({ language, skill, level, on }) => `${languageName(language)}, ${t(`skill.${skill as 'writing'}`)}: ${level === 'native' ? t('note.native') : level}${on === null ? '' : ` (${formatDate(on)})`}`)) }, // the column holds nothing else
      { term: t('note.education'), value: listed(education.map((one) => [t('note.level', { level: one.level }), one.field, one.country && countryName(one.country), one.toYear, one.isCompleted ? t('note.completed') : t('note.notCompleted')].filter(Boolean).join(', '))) },
      { term: t('note.work'), value: listed(work.map(({ title, employer, country, fromYear, toYear }) => [title, employer, country && countryName(country), [fromYear, toYear].filter(Boolean).join('–')].filter(Boolean).join(', '))) },
      { term: t('note.placements'), value: listed(placements.map(({ employer, fromDate, toDate, outcome }) => [employer, [fromDate, toDate].map((day) => day && formatDate(day)).filter(Boolean).join('–'), outcome && t(`outcome.${outcome as 'hired'}`)].filter(Boolean).join(', '))) }, // the column holds nothing else
      { term: t('note.certificates'), value: listed(certificates) }, { term: t('note.skills'), value: skills.map(({ name }) => name).join(', ') }, { term: t('note.wishes'), value: listed(wishes) },
    ]} />
  )
}

/** The hand-over as the receiver reads it. */
export function HandOverNote({ handOver, onClose, children }: { handOver: HandOver; onClose: () => void; children?: ReactNode }) {
  const t = useText('exit')
  const { formatDate } = useFormat()
  return (
    <Dialog open onClose={onClose} title={handOver.content.name} wide actions={children}>
      <p>{t(`receiver.${handOver.receiver}`)}: <bdi>{handOver.receiverUnit}</bdi> · {t('handOver.written', { date: formatDate(handOver.writtenOn), name: handOver.writtenByName ?? '' })} · {t(`basis.${handOver.legalBasis}`)}</p>
      {([['ambitions', handOver.ambitions], ['needs', handOver.needs], ['recommendation', handOver.recommendation], ['comment', handOver.personComment]] as const).map(([part, text]) => text && <section key={part}><h3>{t(`handOver.${part}`)}</h3><p className="exit-step__note">{text}</p></section>)}
      <h3>{t('note.title')}</h3>
      <p>{t('note.help')}</p>
      <Known content={handOver.content} />
    </Dialog>
  )
}
