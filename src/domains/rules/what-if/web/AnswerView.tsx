import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { CertaintyTag, leastSure } from './CertaintyTag.tsx'

export type Answer = Output<'rules.ask'>
type Step = Answer['steps'][number]
type Question = Answer['openQuestions'][number]
export type ChoiceToTry = { name: string; label: string; options: { value: string; label: string }[] }

type Props = {
  answer: Answer
  /** Leads to the field of a fact. */
  onFact?: (name: string) => void
  /** Tries an option of an open choice. */
  onTry?: (name: string, option: string) => void
  choices?: readonly ChoiceToTry[]
}

/** A step in words: what the law says, whether it says shall or may, and where. */
function StepLine({ step }: { step: Step }) {
  const t = useText('what-if')
  return (
    <li>
      <p>{step.text}</p>
      <p className="cluster rule-quiet">{step.force !== 'is' && <Tag tone={step.force === 'shall' ? 'accent' : 'neutral'}>{t(`force.${step.force}`)}</Tag>}<span>{step.source}</span>{step.certainty !== 'V' && <CertaintyTag certainty={step.certainty} />}</p>
    </li>
  )
}

/** What is missing: a fact leads to its field, a choice can be tried, a figure is entered by the administrator. */
function QuestionLine({ question, onFact, onTry, choices = [] }: { question: Question } & Omit<Props, 'answer'>) {
  const t = useText('what-if')
  const choice = question.kind === 'choice' ? choices.find(({ name }) => name === question.name) : undefined
  if (question.kind === 'fact' && onFact) return <li><Button kind="quiet" onClick={() => onFact(question.name)}>{question.label}</Button></li>
  return (
    <li>
      <p>{question.text}</p>
      {question.source !== undefined && <p className="rule-quiet">{t('answer.unclear', { source: question.source, ask: question.ask ?? '' })}</p>}
      {question.kind === 'value' && <p className="rule-quiet">{t('answer.enterValue')}</p>}
      {choice && onTry && <div className="cluster">{choice.options.map((option) => <Button key={option.value} onClick={() => onTry(choice.name, option.value)}>{t('answer.try', { option: option.label })}</Button>)}</div>}
    </li>
  )
}

function Needs({ answer, ...rest }: Props) {
  const t = useText('what-if')
  if (answer.openQuestions.length === 0) return null
  const list = <ul className="rule-needs">{answer.openQuestions.map((question) => <QuestionLine key={`${question.kind} ${question.name}`} question={question} {...rest} />)}</ul>
  return answer.answer === null ? <Notice tone="warning" title={t('answer.undecided')}>{list}</Notice> : <Notice title={t('answer.open')}>{list}</Notice>
}

/** Readings the municipality has chosen, on which the answer rests; another can be tried. */
function Chosen({ answer, onTry, choices = [] }: Props) {
  const t = useText('what-if')
  const chosen = answer.choices?.filter(({ option }) => option !== null) ?? []
  if (chosen.length === 0) return null
  return (
    <div>
      <h3>{t('answer.choices')}</h3>
      <ul className="rule-needs">{chosen.map(({ name, label, option, optionLabel }) => (
        <li key={name}>
          <p>{t('answer.choice', { choice: label, option: optionLabel ?? '' })}</p>
          {onTry && <div className="cluster">{choices.find((one) => one.name === name)?.options.filter(({ value }) => value !== option).map((other) => <Button key={other.value} onClick={() => onTry(name, other.value)}>{t('answer.try', { option: other.label })}</Button>)}</div>}
        </li>))}</ul>
    </div>
  )
}

function StepList({ title, steps }: { title: string; steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return <div><h3>{title}</h3><ol className="rule-steps">{steps.map((step, at) => <StepLine key={`${at} ${step.key}`} step={step} />)}</ol></div>
}

/** An answer with all that it rests on: the sentences, what is missing, the way there, what somebody must judge. */
export function AnswerView({ answer, ...rest }: Props) {
  const t = useText('what-if')
  const { formatDate } = useFormat()
  return (
    <div className="rule-answer">
      {answer.says.length > 0 && <ul className="rule-says">{answer.says.map(({ name, text }) => <li key={`${name} ${text}`}>{text}</li>)}</ul>}
      <Needs answer={answer} {...rest} />
      <StepList title={t('answer.judgement')} steps={answer.needsJudgement} />
      <StepList title={t('answer.steps')} steps={answer.steps} />
      <Chosen answer={answer} {...rest} />
      <p className="cluster rule-quiet">{answer.sources.length > 0 && <CertaintyTag certainty={leastSure(answer.sources.map(({ certainty }) => certainty))} />}
        <span>{t('answer.version', { day: formatDate(answer.on, 'long'), version: answer.version })}</span></p>
    </div>
  )
}
