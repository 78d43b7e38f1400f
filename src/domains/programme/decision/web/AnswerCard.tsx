import type { ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { useText } from '#web/i18n.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import './decision.css'

type Step = ExplainedAnswer['steps'][number]

/** Steps of a reasoning in order, each with its place in the law folded beneath. */
export function LawSteps({ steps }: { steps: readonly Step[] }) {
  const t = useText('decision')
  return (
    <ol className="law-steps">
      {steps.map((step, index) => (
        <li key={`${index}${step.key}`}>
          <span>{step.text}</span>
          <details><summary>{step.source}</summary><p>{t(`answer.certainty.${step.certainty}`)}{step.reference.note !== undefined && `: ${step.reference.note}`}</p></details>
        </li>
      ))}
    </ol>
  )
}

/** What a named person must judge: never answered by the rules. */
export function Judgements({ steps }: { steps: readonly Step[] }) {
  const t = useText('decision')
  if (steps.length === 0) return null
  return <ul className="law-judge">{steps.map((step, index) => <li key={`${index}${step.key}`}><Tag tone="warning">{t('answer.judge')}</Tag> {step.text} <small>({step.source})</small></li>)}</ul>
}

/** One rule's answer: what it says first, what must be judged, what it lacks, and the reasoning folded under. */
export function AnswerCard({ answer }: { answer: ExplainedAnswer }) {
  const t = useText('decision')
  const isOpen = answer.answer === null
  return (
    <article className="law-answer">
      <h3>{answer.title}</h3>
      {!isOpen && <ul className="law-says">{answer.says.map(({ name, text }) => <li key={name}>{text}</li>)}</ul>}
      {isOpen && <div className="law-needs"><Tag tone="warning">{t('answer.needs')}</Tag><ul>{answer.openQuestions.map((one) => <li key={`${one.kind}${one.name}`}>{one.text}</li>)}</ul></div>}
      <Judgements steps={answer.needsJudgement} />
      {!isOpen && answer.openQuestions.length > 0 && <ul className="law-judge">{answer.openQuestions.map((one) => <li key={`${one.kind}${one.name}`}><Tag tone="info">{t('answer.open')}</Tag> {one.text}</li>)}</ul>}
      {answer.steps.length > 0 && <details className="law-why"><summary>{t('answer.why')}</summary><LawSteps steps={answer.steps} /><p className="law-version">{t('answer.version', { version: answer.version })}</p></details>}
    </article>
  )
}
