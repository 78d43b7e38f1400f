import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Form } from '#web/form.tsx'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import type { StepState } from '../path.schema.ts'
import { SettlePathStepInput } from '../path.schema.ts'
import type { OnPath } from './words.ts'
import { showsPaths, useLevelsText, useMonthsText } from './words.ts'

const tones: Record<StepState['state'], Tone> = { done: 'success', next: 'warning', later: 'neutral' }

function SettleDialog({ now, one, onClose }: { now: OnPath; one: StepState; onClose: () => void }) {
  const t = useText('paths')
  const { today } = useMe()
  const settle = useCommand('competence.settlePathStep', { refreshes: showsPaths, success: t('settled'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t(`step.${one.step.kind}`)}>
      <Form schema={SettlePathStepInput} initial={{ id: now.id, version: now.version, stepId: one.step.id, doneOn: one.doneOn ?? today }} submit={t('save')} onSubmit={settle.run} refusals={settle.refusals} pending={settle.pending} onCancel={onClose} onReload={() => { void settle.refresh() }}>
        {({ field }) => <DateField {...field('doneOn', t('doneOn'))} optional={false} />}
      </Form>
      {one.doneOn !== null && <p><Button kind="quiet" pending={settle.pending} onClick={() => { void settle.run({ id: now.id, version: now.version, stepId: one.step.id, doneOn: null }) }}>{t('undo')}</Button></p>}
    </Dialog>
  )
}

/** What she has and lacks at one step. */
function Detail({ one }: { one: StepState }) {
  const t = useText('paths')
  const { practice, lacking } = one
  return (
    <>
      {lacking.length > 0 && <p>{t('lacking', { skills: lacking.map(({ skill, needs, has }) => t(has === null ? 'lacking.unknown' : 'lacking.one', { skill: t(`skill.${skill}`), needs, has: has === 'A1-' ? t('belowA1') : has ?? '' })).join(', ') })}</p>}
      {practice !== null && <p>{t('practice.here', { here: practice.here, needed: practice.needed ?? 0 })} {practice.abroad > 0 && t('practice.abroad', { months: practice.abroad })} {practice.unmeasured > 0 && t('practice.unmeasured', { count: practice.unmeasured })}</p>}
      {one.step.note !== null && <p className="path-text"><small>{one.step.note}</small></p>}
    </>
  )
}

/** Every step with where she is. What her competence shows needs no mark. */
export function StepList({ now, maySettle }: { now: OnPath; maySettle: boolean }) {
  const t = useText('paths')
  const { formatDate } = useFormat()
  const [levelsText, monthsText] = [useLevelsText(), useMonthsText()]
  const [open, setOpen] = useState<StepState>()
  return (
    <>
      <ol className="path-states">{now.states.map((one) => (
        <li key={one.step.id} aria-current={one.state === 'next' ? 'step' : undefined}>
          <div className="path-states__head">
            <span className="cluster"><strong>{t(`step.${one.step.kind}`)}</strong>{one.step.levels !== null && <span>{levelsText(one.step.levels)}</span>}{monthsText(one.step) !== '' && <small>{monthsText(one.step)}</small>}
              <Tag tone={tones[one.state]}>{one.doneOn !== null ? t('state.doneOn', { date: formatDate(one.doneOn) }) : one.fromCompetence ? t('state.known') : t(`state.${one.state}`)}</Tag></span>
            {maySettle && !one.fromCompetence && <Button kind="quiet" icon="check" onClick={() => setOpen(one)}>{t(one.doneOn === null ? 'settle' : 'settleAgain')}<span className="ds-sr-only"> {t(`step.${one.step.kind}`)}</span></Button>}
          </div>
          <Detail one={one} />
        </li>))}</ol>
      {open && <SettleDialog now={now} one={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
