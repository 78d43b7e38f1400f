import { useText } from '#web/i18n.tsx'
import { isolate } from '#web/texts.ts'
import type { Output } from '#web/api.ts'
import { Tag } from '#web/ui/Tag.tsx'

type Line = Output<'programme.getClassDay'>['lines'][number]
const STATES = ['present', 'absent', 'late', 'left_early'] as const

/** What is marked of one participant; minutes away of one who came late or left early. */
export type Marked = { state: (typeof STATES)[number]; minutesAway: number | null }
type Props = { line: Line; planned: number; marked: Marked | undefined; disabled: boolean; onMark: (marked: Marked) => void }

/** What one who came late has usually missed, until the teacher says otherwise. */
const USUAL_MINUTES = 15

/** One participant: four answers beside one another, reached and chosen by the keyboard as any set of radio buttons. */
export function ClassLineRow({ line, planned, marked, disabled, onMark }: Props) {
  const t = useText('attendance')
  const isPart = marked?.state === 'late' || marked?.state === 'left_early'
  return (
    <li className="class-line" data-state={marked?.state ?? 'open'}>
      <fieldset disabled={disabled}>
        <legend className="class-line__who"><span className="ds-sr-only">{t('class.choose', { name: isolate(line.personName) })}</span><span aria-hidden="true"><bdi>{line.personName}</bdi></span>
          {line.isReportedAway && <Tag tone="info">{t('class.reported')}</Tag>}{line.how === 'check_in' && <Tag tone="success">{t('class.checkedIn')}</Tag>}{line.isCorrected && <Tag>{t('class.corrected')}</Tag>}</legend>
        <div className="class-line__answers">
          {STATES.map((state) => (
            <label key={state} className="class-line__answer" data-chosen={marked?.state === state}>
              <input type="radio" name={`state-${line.personId}`} checked={marked?.state === state} onChange={() => onMark({ state, minutesAway: state === 'late' || state === 'left_early' ? marked?.minutesAway ?? Math.min(USUAL_MINUTES, planned - 1) : null })} />
              <span>{t(`state.${state}`)}</span>
            </label>))}
          {isPart && <label className="class-line__minutes">{t('class.minutesAway')}
            <input className="ds-input" type="number" inputMode="numeric" min={1} max={planned - 1} step={5} value={marked.minutesAway ?? ''} onChange={(event) => onMark({ ...marked, minutesAway: event.target.value === '' ? null : Math.round(Number(event.target.value)) })} /></label>}
        </div>
      </fieldset>
    </li>
  )
}
