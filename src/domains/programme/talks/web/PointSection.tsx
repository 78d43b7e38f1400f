import type { ReactNode } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { KnownPoint } from '../known/known.schema.ts'
import type { Answer } from '../talk.schema.ts'
import type { Point } from '../template/template.schema.ts'
import { keptIn, needTones } from './words.ts'

type Said = { note?: string | null | undefined; standing?: Answer['standing'] | undefined }
type Props = { number: number; point: Point; known: KnownPoint | undefined; answer: Said | undefined; onChange: (next: Said) => void; onFacts: (place: string) => void; /** In place of the remark. */ children?: ReactNode }

/** What is known, each with its day and how it is known. */
export function KnownLines({ known }: { known: KnownPoint }) {
  const t = useText('talks')
  const { formatDate } = useFormat()
  if (known.lines.length === 0) return <p>{t('known.none')}</p>
  return (
    <ul className="talk-known__lines">{known.lines.map(({ text, on, how }) => (
      <li key={text}><bdi>{text}</bdi>{(how !== null || on !== null) && <> <small>({[how, on === null ? null : formatDate(on)].filter(Boolean).join(', ')})</small></>}</li>))}</ul>
  )
}

function Known({ point, known, standing, onChange, onFacts }: Omit<Props, 'number' | 'answer' | 'known' | 'children'> & { known: KnownPoint; standing: Answer['standing'] }) {
  const t = useText('talks')
  const { formatDate } = useFormat()
  const place = keptIn[point.belongs]
  const confirm = known.newestOn === null ? t('known.confirm') : t('known.confirmSince', { date: formatDate(known.newestOn) })
  return (
    <div className="talk-known">
      <p className="cluster"><strong>{t('known.title')}</strong><Tag tone={needTones[known.need]}>{t(`need.${known.need}`, { date: known.newestOn === null ? '' : formatDate(known.newestOn) })}</Tag></p>
      {known.need === 'hidden' ? <p>{t('known.hidden')}</p> : <KnownLines known={known} />}
      {known.confirmedOn !== null && <small>{t('known.confirmed', { date: formatDate(known.confirmedOn) })}</small>}
      {known.need !== 'hidden' && <div className="cluster">
        {standing !== null ? <><Tag tone="success">{t(`standing.${standing}`)}</Tag><Button kind="quiet" onClick={() => onChange({ standing: null })}>{t('known.undo')}<span className="ds-sr-only">: {point.heading}</span></Button></>
          : known.lines.length > 0 && <Button icon="check" onClick={() => onChange({ standing: 'unchanged' })}>{confirm}<span className="ds-sr-only">: {point.heading}</span></Button>}
        {place !== undefined && <Button kind="quiet" icon="edit" onClick={() => { onChange({ standing: 'updated' }); onFacts(place) }}>{t(known.lines.length === 0 ? 'known.add' : 'known.change')}<span className="ds-sr-only">: {point.heading}</span></Button>}
      </div>}
    </div>
  )
}

/** One point: what to go through, what she is asked, what is known, and room for what is said. */
export function PointSection({ number, point, known, answer, onChange, onFacts, children }: Props) {
  const t = useText('talks')
  const isFact = known !== undefined
  const note = <TextArea label={t(isFact ? 'form.remark' : 'form.note')} description={isFact ? t('form.remarkHelp') : undefined} value={answer?.note} onChange={(said) => onChange({ note: said ?? null })} rows={isFact ? 2 : 3} optional />
  return (
    <section className="talk-point section--card" data-known={isFact || undefined} aria-label={point.heading}>
      <div className="talk-point__ask">
        <h2>{number}. {point.heading}</h2>
        {point.prompt !== '' && <p className="section__description">{point.prompt}</p>}
        {point.asked.no !== null && <p className="talk-point__question">«{point.asked.no}»</p>}
        {children || (isFact ? <details open={Boolean(answer?.note) || undefined}><summary>{t('form.remark')}</summary>{note}</details> : note)}
      </div>
      {isFact && <Known point={point} known={known} standing={answer?.standing ?? null} onChange={onChange} onFacts={onFacts} />}
    </section>
  )
}
