import { useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { AgreedSteps } from './AgreedSteps.tsx'
import { KnownLines } from './PointSection.tsx'
import type { TalkPageData } from './words.ts'

/** A talk that is over, or one that another notes: what was said, her own words apart. */
export function Minutes({ talk }: { talk: TalkPageData }) {
  const t = useText('talks')
  const said = talk.points.flatMap((point) => { const answer = talk.answers.find(({ pointId }) => pointId === point.id); return answer && (answer.note !== null || answer.standing !== null) ? [{ point, answer }] : [] })
  return (
    <>
      <Section title={t('minutes.title')}>
        {said.length === 0 ? <p>{t('minutes.nothing')}</p> : (
          <dl className="talk-minutes">{said.map(({ point, answer }) => {
            const known = talk.known.find(({ belongs }) => belongs === point.belongs)
            return (
              <div key={point.id}><dt><strong>{point.heading}</strong> {answer.standing !== null && <Tag tone="success">{t(`standing.${answer.standing}`)}</Tag>}</dt>
                <dd>{answer.note !== null && <p className="talk-text" dir="auto">{answer.note}</p>}{known && answer.standing !== null && <details><summary>{t('minutes.now')}</summary><KnownLines known={known} /></details>}</dd></div>)
          })}</dl>)}
      </Section>
      {talk.ownWords !== null && <Section title={t('words.title')} description={talk.ownWordsLanguage ?? undefined}><p className="talk-quote" dir="auto">{talk.ownWords}</p></Section>}
      {talk.disagreement !== null && <Section title={t('disagreement.title')}><p className="talk-text">{talk.disagreement}</p></Section>}
      {talk.steps.length > 0 && <Section title={t('steps.agreed')}><AgreedSteps steps={talk.steps} maySettle={talk.actions.includes('settleStep') && talk.state === 'held'} /></Section>}
    </>
  )
}
