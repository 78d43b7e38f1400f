import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { AnswerWordsInput, RecordWordsInput } from '../plan.schema.ts'
import type { PlanPage } from './words.ts'
import { showsPlan } from './words.ts'

function RecordDialog({ personId, open, onClose }: { personId: string; open: boolean; onClose: () => void }) {
  const t = useText('plan')
  const { today } = useMe()
  const [id, setId] = useState(newId)
  const record = useCommand('programme.recordWords', { refreshes: showsPlan, success: t('words.saved'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('words.title')} wide>
      <Form schema={RecordWordsInput} initial={{ id, personId, saidOn: today }} submit={t('words.save')} onSubmit={record.run} refusals={record.refusals} pending={record.pending} onCancel={onClose} draft={`programme.words.${personId}`}>
        {({ field }) => <>
          <TextArea {...field('words', t('words.words'))} rows={5} />
          <RadioGroup {...field('how', t('words.how'))} options={(['meeting', 'meeting_with_interpreter'] as const).map((value) => ({ value, label: t(`words.how.${value}`) }))} />
          <TextField {...field('language', t('words.language'))} />
          <DateField {...field('saidOn', t('words.saidOn'))} />
          <TextArea {...field('answer', t('words.answer'))} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}

type Words = PlanPage['words'][number]
function AnswerDialog({ words, open, onClose }: { words: Words; open: boolean; onClose: () => void }) {
  const t = useText('plan')
  const answer = useCommand('programme.answerWords', { refreshes: showsPlan, success: t('words.saved'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('words.answerIt')}>
      <p className="plan-quote" dir="auto">{words.words}</p>
      <Form schema={AnswerWordsInput} initial={{ id: words.id, version: words.version }} submit={t('words.save')} onSubmit={answer.run} refusals={answer.refusals} pending={answer.pending} onCancel={onClose} onReload={() => { void answer.refresh() }}>
        {({ field }) => <TextArea {...field('answer', t('words.answer'))} rows={4} />}
      </Form>
    </Dialog>
  )
}

function Said({ words, mayAnswer }: { words: Words; mayAnswer: boolean }) {
  const t = useText('plan')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <li>
      <small>{t(`words.how.${words.how}`)} {formatDate(words.saidOn, 'long')}{words.language !== null && ` · ${words.language}`}</small>
      <p className="plan-quote" dir="auto">{words.words}</p>
      {words.answer === null ? <p className="cluster"><Tag tone="warning">{t('words.unanswered')}</Tag>{mayAnswer && <Button onClick={() => setOpen(true)}>{t('words.answerIt')}</Button>}</p>
        : <div><p className="plan-text">{words.answer}</p><small>{t('words.answeredBy', { name: words.answeredBy ?? '', date: words.answeredOn ? formatDate(words.answeredOn) : '' })}</small></div>}
      <AnswerDialog words={words} open={open} onClose={() => setOpen(false)} />
    </li>
  )
}

/** What she wants, as she said it, and what she was answered. */
export function WordsSection({ page }: { page: PlanPage }) {
  const t = useText('plan')
  const [open, setOpen] = useState(false)
  const may = page.actions.includes('record')
  return (
    <Section title={t('words.title')} description={t('words.help')} actions={may && <Button icon="plus" onClick={() => setOpen(true)}>{t('words.record')}</Button>}>
      {page.words.length === 0 ? <p>{t('words.empty')}</p> : <ul className="plan-words">{page.words.map((one) => <Said key={one.id} words={one} mayAnswer={may} />)}</ul>}
      <RecordDialog personId={page.personId} open={open} onClose={() => setOpen(false)} />
    </Section>
  )
}
