import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import type { Answer, ChoiceToTry } from './AnswerView.tsx'
import { AnswerView } from './AnswerView.tsx'
import type { Tried, WhatIfQuestion } from './useQuestion.ts'

type Compared = Output<'rules.compare'>

/** The sentences of an answer that the other does not have: what one reads first. */
function Sides({ first, second, names }: { first: Answer; second: Answer; names: readonly [string, string] }) {
  const t = useText('what-if')
  return (
    <div className="rule-sides">
      {[first, second].map((answer, at) => <section key={at} aria-label={names[at]}><h3>{names[at] ?? ''}</h3>{answer.answer === null && <p className="rule-quiet">{t('answer.undecided')}</p>}<AnswerView answer={answer} /></section>)}
    </div>
  )
}

function Verdict({ compared }: { compared: Compared }) {
  const t = useText('what-if')
  const said = (answer: Answer, part: string): string => answer.says.filter(({ name }) => name === part).map(({ text }) => text).join(' ') || t('compare.nothing')
  const names = new Set([...compared.first.says, ...compared.second.says].map(({ name }) => name))
  const parts = [...names].filter((part) => said(compared.first, part) !== said(compared.second, part))
  if (compared.differs.length === 0) return <Notice tone="success" title={t(compared.steps.first.length + compared.steps.second.length === 0 ? 'compare.same' : 'compare.sameAnswer')} />
  return (
    <Notice tone="warning" title={t('compare.differs')}>
      <ul>{parts.map((part) => <li key={part}>{t('compare.change', { first: said(compared.first, part), second: said(compared.second, part) })}</li>)}</ul>
    </Notice>
  )
}

/** The same facts on another day, or with another reading of what is open: the two answers side by side. */
export function ComparePanel({ question, choices }: { question: WhatIfQuestion; choices: readonly ChoiceToTry[] }) {
  const t = useText('what-if')
  const { locale } = useLocale()
  const { formatDate } = useFormat()
  const [on, setOn] = useState<string>()
  const [tried, setTried] = useState<Tried>({})
  const [compared, setCompared] = useState<Compared>()
  const command = useCommand('rules.compare')
  const asked = question.answer?.choices?.map(({ name }) => name) ?? []
  const offered = choices.filter(({ name }) => asked.includes(name))
  const compare = (): void => {
    const first = { on: question.on ?? '', choices: question.choices }
    void command.run({ rule: question.rule, facts: question.facts, locale, first, second: { on: on ?? question.on ?? '', choices: { ...question.choices, ...tried } } }).then(setCompared)
  }
  const dayOf = (answer: Answer): string => t('compare.side', { day: formatDate(answer.on, 'long') })
  return (
    <Section title={t('compare.title')} description={t('compare.lead')}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); compare() }}>
        <ErrorSummary refusals={command.refusals} />
        <DateField label={t('compare.on')} value={on} onChange={setOn} />
        {offered.map(({ name, label, options }) => <Select key={name} label={label} value={tried[name]} options={options} empty={t('compare.asBefore')}
          onChange={(option) => setTried((all) => (option === undefined ? Object.fromEntries(Object.entries(all).filter(([key]) => key !== name)) : { ...all, [name]: option }))} />)}
        <div className="cluster form__actions"><Button type="submit" pending={command.pending}>{t('compare.submit')}</Button></div>
      </form>
      {compared && <div className="rule-compare"><Verdict compared={compared} /><Sides first={compared.first} second={compared.second} names={[dayOf(compared.first), dayOf(compared.second)]} /></div>}
    </Section>
  )
}
