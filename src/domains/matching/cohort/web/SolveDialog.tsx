import { useEffect, useState } from 'react'
import { call, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { useGo } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Running } from '../cohort.schema.ts'
import { GOALS, SolvePlanInput } from '../cohort.schema.ts'
import { showsPlans, type Plan } from './words.ts'

const EVERY_MS = 250
const DAY_MS = 86_400_000
const [DAYS_A_WEEK, THURSDAY] = [7, 4]

/** The week's number, as calendars in Norway count (ISO 8601). */
function weekOf(today: string): number {
  const day = new Date(`${today}T00:00:00Z`)
  const thursday = new Date(day.getTime() + (THURSDAY - (day.getUTCDay() || DAYS_A_WEEK)) * DAY_MS)
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY_MS + 1) / DAYS_A_WEEK)
}

/** From where to where on the bar each step is. */
const STEPS: Record<Running['phase'], readonly [from: number, to: number]> = { waiting: [0, 0], facts: [0, 0.05], scores: [0.05, 0.5], solving: [0.5, 0.95], saving: [0.95, 1] }
function shareOf(phase: Running['phase'], done: number): number {
  const [from, to] = STEPS[phase]
  return from + (to - from) * Math.min(1, done)
}

/** How far the solve with this id has come, asked now and then while it is under way. */
function useProgress(id: string, isOn: boolean): Running | undefined {
  const [running, setRunning] = useState<Running>()
  useEffect(() => {
    if (!isOn) return undefined
    const timer = setInterval(() => { void call('matching.solveProgress', { id }).then(setRunning, () => undefined) }, EVERY_MS)
    return () => clearInterval(timer)
  }, [id, isOn])
  return running
}

function Solving({ id, onStop }: { id: string; onStop: () => void }) {
  const t = useText('cohort')
  const running = useProgress(id, true)
  const { phase = 'waiting', done = 0, of = 1 } = running ?? {}
  return (
    <div className="stack" role="status">
      <Progress label={t('solve.working')} share={shareOf(phase, done / of)} text={t(`solve.phase.${phase}`)} />
      <div className="cluster"><Button onClick={onStop}>{t('solve.stop')}</Button></div>
    </div>
  )
}

/** Makes a plan, or another from an earlier one with its decisions; what goes on is shown, and can be stopped. */
export function SolveDialog({ basis, taken = [], onClose }: { basis?: Plan; /** Names that plans have already. */ taken?: readonly string[]; onClose: () => void }) {
  const t = useText('cohort')
  const go = useGo()
  const { today } = useMe()
  const [id, setId] = useState(newId)
  const solve = useCommand('matching.solvePlan', { refreshes: showsPlans, success: ({ placed }) => t('solve.done', { placed }), onDone: (done) => { onClose(); go(`/cohort/${done.id}`) } })
  const first = basis ? t('solve.nameAgain', { name: basis.name }) : t('solve.nameDefault', { week: weekOf(today) })
  const name = [first, ...taken.map((_, at) => t('solve.nameNext', { name: first, number: at + 2 }))].find((one) => !taken.includes(one)) ?? first
  const stop = (): void => { void call('matching.stopSolving', { id }) }
  return (
    <Dialog open onClose={solve.pending ? stop : onClose} title={t(basis ? 'solve.again' : 'solve.title')}>
      {basis && <p>{t('solve.againHelp')}</p>}
      {solve.pending && <Solving id={id} onStop={stop} />}
      <div hidden={solve.pending}>
        <Form schema={SolvePlanInput} initial={{ id, name, goal: basis?.goal ?? 'most_placed', basedOn: basis?.id, neighbours: basis?.withNeighbours ?? true }} submit={t('solve.do')} refusals={solve.refusals} pending={solve.pending} onCancel={onClose}
          onSubmit={async (input) => { const done = await solve.run({ ...input, id }); if (!done) setId(newId()); return done }}>
          {({ field }) => <>
            <TextField {...field('name', t('solve.name'))} />
            <Checkbox {...field('neighbours', t('solve.neighbours'))} description={t('solve.neighboursHelp')} />
            <RadioGroup {...field('goal', t('goal'))} options={GOALS.map((value) => ({ value, label: t(`goal.${value}`), description: t(`goal.${value}.help`) }))} />
          </>}
        </Form>
      </div>
    </Dialog>
  )
}
