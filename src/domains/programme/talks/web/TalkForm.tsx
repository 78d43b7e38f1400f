import type { z } from 'zod'
import { useCommand } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { NoteTalkInput } from '../talk.schema.ts'
import { PointSection } from './PointSection.tsx'
import { StepEditor } from './StepEditor.tsx'
import type { TalkPageData } from './words.ts'
import { showsTalks } from './words.ts'

type Tools = FormTools<z.input<typeof NoteTalkInput>>
type Props = { talk: TalkPageData; onFacts: (place: string) => void; /** Absent for those who may not close it. */ onClose?: (() => void) | undefined }

const initialOf = (talk: TalkPageData): z.input<typeof NoteTalkInput> => ({
  id: talk.id, version: talk.version, ownWords: talk.ownWords, ownWordsLanguage: talk.ownWordsLanguage ?? talk.interpreterLanguage, disagreement: talk.disagreement,
  answers: talk.points.map(({ id }) => talk.answers.find(({ pointId }) => pointId === id) ?? { pointId: id, note: null, standing: null }), steps: talk.steps.map(({ id, what, who, dueOn }) => ({ id, what, who, dueOn })),
})

/** What must be asked, and how much need not be. */
function Summary({ talk }: { talk: TalkPageData }) {
  const t = useText('talks')
  const facts = talk.points.filter(({ belongs }) => belongs !== 'note')
  const known = facts.filter(({ belongs }) => talk.known.some((one) => one.belongs === belongs && one.need === 'known'))
  return <Notice tone="info" title={t('form.known', { known: known.length, all: facts.length })}>{t('form.knownHelp')}</Notice>
}

/** Her own words, apart from what others note. */
function OwnWords({ tools: { field } }: { tools: Tools }) {
  const t = useText('talks')
  return <><TextArea {...field('ownWords', t('words.words'))} description={t('words.help')} rows={4} /><TextField {...field('ownWordsLanguage', t('words.language'))} width="medium" /></>
}

function Ending({ tools, hasWords, errorAt }: { tools: Tools; hasWords: boolean; errorAt: (path: string) => string | undefined }) {
  const t = useText('talks')
  const { field, values, set } = tools
  return (
    <>
      {!hasWords && <Section title={t('words.title')}><div className="stack"><OwnWords tools={tools} /></div></Section>}
      <Section title={t('disagreement.title')}><TextArea {...field('disagreement', t('disagreement.what'))} description={t('disagreement.help')} rows={2} /></Section>
      <StepEditor steps={values.steps ?? []} onChange={(steps) => set('steps', steps)} errorAt={errorAt} />
    </>
  )
}

/** The talk on one page: every point with what is known beside it. What is typed is kept in this browser until it is saved. */
export function TalkForm({ talk, onFacts, onClose }: Props) {
  const t = useText('talks')
  const note = useCommand('programme.noteTalk', { refreshes: showsTalks, success: t('form.saved') })
  const initial = initialOf(talk)
  const wordsAt = talk.points.findLast(({ belongs }) => belongs === 'words')?.id
  const errorAt = (path: string): string | undefined => note.refusals.some((one) => one.path === path) ? t('steps.whatMissing') : undefined
  return (
    <div className="talk-form">
      <Summary talk={talk} />
      <p className="section__description">{t('form.never')}</p>
      <Form schema={NoteTalkInput} initial={initial} submit={t('form.save')} onSubmit={note.run} refusals={note.refusals} pending={note.pending} onReload={() => { void note.refresh() }} draft={`programme.talk.${talk.id}`}>
        {(tools) => {
          const answers = tools.values.answers ?? []
          const change = (pointId: string, next: Partial<(typeof answers)[number]>): void => tools.set('answers', answers.map((one) => (one.pointId === pointId ? { ...one, ...next } : one)))
          const isSaved = JSON.stringify({ ...tools.values, version: 0 }) === JSON.stringify({ ...initial, version: 0 })
          return <>
            {talk.points.map((point, at) => <PointSection key={point.id} number={at + 1} point={point} known={talk.known.find(({ belongs }) => belongs === point.belongs)} answer={answers.find(({ pointId }) => pointId === point.id)} onChange={(next) => change(point.id, next)} onFacts={onFacts}>{point.id === wordsAt && <OwnWords tools={tools} />}</PointSection>)}
            <Ending tools={tools} hasWords={wordsAt !== undefined} errorAt={errorAt} />
            {onClose && (isSaved && talk.state === 'begun' ? <div><Button icon="check" onClick={onClose}>{t('close.open')}</Button></div> : <p className="section__description">{t('close.saveFirst')}</p>)}
          </>
        }}
      </Form>
    </div>
  )
}
