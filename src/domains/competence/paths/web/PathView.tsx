import { useFormat, useText } from '#web/i18n.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { TradePath } from '../path.schema.ts'
import { useLevelsText, useMonthsText } from './words.ts'

const Lines = ({ text }: { text: string }) => <p className="path-text">{text}</p>

/** What a road asks, costs and adapts, and what is still to be confirmed with the county. */
export function PathConditions({ path }: { path: TradePath }) {
  const t = useText('paths')
  const { formatDate } = useFormat()
  const facts = [['requirements', path.requirements], ['adaptations', path.adaptations], ['paidBy', path.paidBy], ['ask', path.ask]] as const
  return (
    <div className="stack">
      {path.confirmedOn === null ? <Notice tone="warning" title={t('unconfirmed')}>{path.unconfirmed !== null && <p>{path.unconfirmed}</p>}</Notice> : <p><small>{t('confirmed', { date: formatDate(path.confirmedOn), with: path.confirmedWith ?? '' })}</small></p>}
      <DefinitionList columns={2} facts={facts.flatMap(([key, text]) => (text === null ? [] : [{ term: t(key), value: <Lines text={text} /> }]))} />
    </div>
  )
}

/** A road of the catalogue: its steps in order, and its conditions. */
export function PathView({ path }: { path: TradePath }) {
  const t = useText('paths')
  const [levelsText, monthsText] = [useLevelsText(), useMonthsText()]
  return (
    <div className="stack">
      {path.usualMonths !== null && <p>{t('usual', { count: path.usualMonths })}</p>}
      <ol className="path-steps">{path.steps.map((step) => (
        <li key={step.id}><strong>{t(`step.${step.kind}`)}</strong> {step.levels !== null && levelsText(step.levels)} {monthsText(step) !== '' && <small>{monthsText(step)}</small>}{step.note !== null && <Lines text={step.note} />}</li>))}</ol>
      <PathConditions path={path} />
    </div>
  )
}
