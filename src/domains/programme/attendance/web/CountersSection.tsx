import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { Section } from '#web/ui/Section.tsx'
import { AnswerCard } from '../../decision/web/AnswerCard.tsx'
import '../../decision/web/decision.css'
import { AbsenceKind } from '../absence.schema.ts'
import './attendance.css'

type Counter = Output<'programme.getCounters'>['counters'][number]
const PARTS = ['length', 'extension', 'frozen', 'added'] as const

function useAmount(): (unit: Counter['unit'], value: number) => string {
  const t = useText('attendance')
  return (unit, value) => t(`unit.${unit}`, { value: Math.round(value * 10) / 10 })
}

/** What a row of a sum is: a title of its own, a part of the programme's time, a kind of absence. */
function useWhat(): (row: Counter['rows'][number]) => string {
  const t = useText('attendance')
  return ({ what, isTitle }) => {
    if (isTitle) return what
    const part = PARTS.find((one) => one === what)
    const kind = AbsenceKind.safeParse(what).data
    return part ? t(`counter.part.${part}`) : kind ? t(`kind.${kind}`) : t('counter.self')
  }
}

function Rows({ counter }: { counter: Counter }) {
  const t = useText('attendance')
  const amount = useAmount()
  const whatOf = useWhat()
  const { formatDate } = useFormat()
  if (counter.rows.length === 0) return <p>{t('counter.noRows')}</p>
  return (
    <>
      <h4>{t('counter.rows')}</h4>
      <ul className="counter__rows">{counter.rows.map((row) => <li key={`${row.id}${row.from}`}><span>{whatOf(row)}{row.from && <small> {row.to && row.to !== row.from ? t('absence.period', { from: formatDate(row.from), to: formatDate(row.to) }) : formatDate(row.from)}</small>}</span><span>{amount(counter.unit, row.amount)}</span></li>)}</ul>
    </>
  )
}

function Card({ counter }: { counter: Counter }) {
  const t = useText('attendance')
  const amount = useAmount()
  const { formatDate } = useFormat()
  const { name, kind, unit, used, limit, left } = counter
  const title = kind ? t(`kind.${kind}`) : t(`counter.${name === 'leave' ? 'unauthorised' : name}`)
  const words = used === null ? t('counter.cannot') : limit === null ? t(name === 'extension' ? 'counter.given' : 'counter.used', { used: amount(unit, used) }) : t('counter.usedOf', { used: amount(unit, used), limit: amount(unit, limit) })
  return (
    <li className="counter">
      {used !== null && limit !== null && limit > 0 ? <Progress label={title} share={used / limit} text={words} /> : <div className="progress"><div className="progress__words"><span>{title}</span><span>{words}</span></div></div>}
      <p className="counter__more">{left !== null && t('counter.left', { left: amount(unit, left) })}{(name === 'programme' || name === 'norwegian_months') && counter.to && ` · ${t('counter.lastDay', { date: formatDate(counter.to) })}`}</p>
      <details><summary>{t('counter.more')}<span className="ds-sr-only"> {title}</span></summary>
        {counter.from && <p><small>{counter.to ? t('counter.period', { from: formatDate(counter.from), to: formatDate(counter.to) }) : t('counter.since', { from: formatDate(counter.from) })}</small></p>}
        <Rows counter={counter} />
        {counter.answer && <AnswerCard answer={counter.answer} />}
      </details>
    </li>
  )
}

/** Everything that is counted for a participant: each by itself, with the rows behind the sum and where the limit stands (QUA-11). */
export function CountersSection({ personId }: { personId: string }) {
  const t = useText('attendance')
  const query = useApi('programme.getCounters', { personId })
  return (
    <Section title={t('counters.title')} description={t('counters.help')}>
      <Loaded query={query} rows={6}>{({ counters }) => <ul className="counters">{counters.map((one) => <Card key={`${one.name}${one.kind ?? ''}`} counter={one} />)}</ul>}</Loaded>
    </Section>
  )
}
