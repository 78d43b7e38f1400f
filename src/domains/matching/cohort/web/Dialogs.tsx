import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useGo } from '#web/routing.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import type { Changed } from '../cohort.schema.ts'
import { ChangeDialog, MoveDialog } from './MoveDialog.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { SolveDialog } from './SolveDialog.tsx'
import { showsPlans, type Asked, type Plan } from './words.ts'

function DropDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useText('cohort')
  const go = useGo()
  const drop = useCommand('matching.dropPlan', { refreshes: showsPlans, success: t('plan.dropped'), onDone: () => go('/cohort') })
  return (
    <ConfirmDialog open danger onClose={onClose} title={t('plan.drop')} confirm={t('plan.drop')} pending={drop.pending} refusals={drop.refusals} consequences={[t('plan.dropConsequence.gone'), t('plan.dropConsequence.log')]}
      onConfirm={() => { void drop.run({ cohortId: plan.id, version: plan.version }) }} />
  )
}

type Props = { plan: Plan; asked: Asked; onClose: () => void; onChanged: (changed: Changed) => void; onSolve: () => void }

/** The dialog for what was asked. */
export function Dialogs({ plan, asked, onClose, onChanged, onSolve }: Props) {
  switch (asked.do) {
    case 'move': return <MoveDialog plan={plan} row={asked.row} onClose={onClose} onChanged={onChanged} />
    case 'change': return <ChangeDialog plan={plan} row={asked.row} title={asked.title} change={asked.change} onClose={onClose} onChanged={onChanged} />
    case 'release': return <ReleaseDialog plan={plan} rows={asked.rows} onClose={onClose} onSolve={onSolve} />
    case 'solve': return <SolveDialog basis={plan} onClose={onClose} />
    case 'drop': return <DropDialog plan={plan} onClose={onClose} />
  }
}
