import { useEffect, useRef } from 'react'
import { useApi, type Output } from '#web/api.ts'
import { useLocale, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { CertaintyTag } from './CertaintyTag.tsx'
import { AnswerView } from './AnswerView.tsx'
import { ComparePanel } from './ComparePanel.tsx'
import { FactForm } from './FactForm.tsx'
import { factShapes } from './fact-shape.ts'
import { ruleNameOf } from './rule-address.ts'
import { TriedChoices } from './TriedChoices.tsx'
import { useQuestion } from './useQuestion.ts'
import './what-if.css'

type Catalogue = Output<'rules.list'>

/** Where the rule comes from, how sure that is, and who is to be asked. */
function AboutRule({ rule }: { rule: Catalogue['rules'][number] }) {
  const t = useText('what-if')
  return (
    <details className="rule-about">
      <summary>{t('ask.about')}</summary>
      <ul>{rule.sources.map((source) => <li key={source.text}>{source.text} <CertaintyTag certainty={source.certainty} /></li>)}</ul>
      <p>{t('ask.checkedBy', { who: rule.checkedBy })}</p>
    </details>
  )
}

function Asking({ catalogue, rule }: { catalogue: Catalogue; rule: Catalogue['rules'][number] }) {
  const t = useText('what-if')
  const question = useQuestion(rule.name)
  const shapes = factShapes(rule.facts)
  const place = useRef<HTMLDivElement>(null)
  // the form may be longer than the screen: the answer is brought to whoever asked
  useEffect(() => { if (question.answer) place.current?.focus() }, [question.answer])
  return (
    <div className="what-if">
      <Section title={t('ask.facts')} description={t('ask.hypothetical')}>
        <FactForm shapes={shapes} decidedBy={rule.decidedBy.map(({ name }) => name)} question={question} />
        <AboutRule rule={rule} />
      </Section>
      <div ref={place} tabIndex={-1} className="what-if__answer">
        <Section title={t('answer.title')} description={question.isOld ? t('answer.old') : undefined}>
          <TriedChoices tried={question.choices} choices={catalogue.choices} onDrop={(name) => question.tryChoice(name, undefined)} />
          {question.answer ? <AnswerView answer={question.answer} choices={catalogue.choices} onFact={question.focusFact} onTry={question.tryChoice} /> : <p className="rule-quiet">{t('answer.none')}</p>}
        </Section>
      </div>
      {question.answer && <div className="what-if__compare"><ComparePanel question={question} choices={catalogue.choices} /></div>}
    </div>
  )
}

/** One rule, asked with facts that are nobody's: nothing typed here is kept. */
export function AskPage() {
  const t = useText('what-if')
  const name = ruleNameOf(usePathParam('name'))
  const { locale } = useLocale()
  return (
    <Loaded query={useApi('rules.list', { rule: name, locale })} rows={8}>{(catalogue) => {
      const [rule] = catalogue.rules
      return rule && <>
        <PageHeader title={rule.title} description={rule.about} crumbs={[{ label: t('list.title'), to: '/rules' }]} />
        <Asking key={name} catalogue={catalogue} rule={rule} />
      </>
    }}</Loaded>
  )
}
