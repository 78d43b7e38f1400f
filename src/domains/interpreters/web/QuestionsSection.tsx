import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { Question } from '../booking.schema.ts'
import { AddQuestionInput } from '../interpreters.schema.ts'
import { showsBookings } from './words.ts'
import './interpreters.css'

function AddQuestion({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useText('interpreters')
  const [id] = useState(newId)
  const add = useCommand('interpreters.addQuestion', { refreshes: showsBookings, success: t('question.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('question.add')}>
      <Form schema={AddQuestionInput} initial={{ id, personId }} submit={t('question.save')} onSubmit={add.run} refusals={add.refusals} pending={add.pending} onCancel={onClose}>
        {({ field }) => <TextArea {...field('body', t('question.body'))} description={t('question.help')} rows={3} />}
      </Form>
    </Dialog>
  )
}

function QuestionItem({ question }: { question: Question }) {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  const remove = useCommand('interpreters.removeQuestion', { refreshes: showsBookings, success: t('question.removed') })
  const answer = useCommand('interpreters.answerQuestion', { refreshes: showsBookings, success: t('question.answeredSaved') })
  const said = <span className="ds-sr-only">: {question.body}</span>
  return (
    <li>
      <div className="interpreter-questions__body"><p dir="auto">{question.body}</p>
        <small>{question.askedBy === 'participant' ? t('question.byHer', { date: formatDate(question.askedOn) }) : t('question.byStaff', { name: question.askedByName ?? '', date: formatDate(question.askedOn) })}</small></div>
      {question.answeredOn !== null ? <Tag tone="success">{t('question.answered', { date: formatDate(question.answeredOn) })}</Tag> : (
        <div className="cluster">
          <Button kind="quiet" pending={answer.pending} onClick={() => { void answer.run({ id: question.id }) }}>{t('question.answer')}{said}</Button>
          {question.mayRemove && <Button kind="quiet" pending={remove.pending} onClick={() => { void remove.run({ id: question.id }) }}>{t('question.remove')}{said}</Button>}
        </div>)}
    </li>
  )
}

/** Questions that are saved for the next slot, whoever asks, so that one slot is used for all. */
export function QuestionsSection({ personId, questions, mayAsk = true }: { personId: string; questions: readonly Question[]; mayAsk?: boolean }) {
  const t = useText('interpreters')
  const [adding, setAdding] = useState(false)
  const [open, answered] = [questions.filter(({ answeredOn }) => answeredOn === null), questions.filter(({ answeredOn }) => answeredOn !== null)]
  return (
    <Section title={t('question.title')} count={open.length} description={t('question.description')} actions={mayAsk && <Button icon="plus" onClick={() => setAdding(true)}>{t('question.add')}</Button>}>
      {questions.length === 0 ? <p>{t('question.none')}</p> : <ul className="interpreter-questions">{[...open, ...answered].map((one) => <QuestionItem key={one.id} question={one} />)}</ul>}
      {adding && <AddQuestion personId={personId} onClose={() => setAdding(false)} />}
    </Section>
  )
}
