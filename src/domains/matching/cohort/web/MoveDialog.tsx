import { memo, useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Change, Changed } from '../cohort.schema.ts'
import { CostNote, useCost } from './CostNote.tsx'
import { named, nameOf, showsPlans, usePlaceText, type Plan, type Row } from './words.ts'

const MOST_LISTED = 30

type Props = { plan: Plan; row: Row; onClose: () => void; onChanged: (changed: Changed) => void }

/** Where she could be, the best first. Not drawn anew when only the cost arrives. */
const Choices = memo(({ plan, row, value, onChange }: { plan: Plan; row: Row; value: string | undefined; onChange: (openingId: string) => void }) => {
  const t = useText('cohort')
  const placeText = usePlaceText(plan.places)
  const [typed, setTyped] = useState('')
  const query = useApi('matching.listChoices', { cohortId: plan.id, personId: row.person.id })
  return (
    <Loaded query={query} rows={5}>{({ choices, impossible }) => {
      const found = choices.map((one) => ({ ...one, text: placeText(one.openingId) })).filter(({ text }) => text.toLocaleLowerCase('nb').includes(typed.trim().toLocaleLowerCase('nb')))
      const about = (one: (typeof found)[number]): string => [one.isHers ? t('move.now') : t('move.free', { count: one.free }), one.isForbidden && t('move.forbidden'), !one.hasGround && t('move.noGround')].filter(Boolean).join(' · ')
      return (
        <div className="stack">
          <TextField label={t('move.search')} value={typed} onChange={(next) => setTyped(next ?? '')} />
          <div className="cohort-choices"><RadioGroup label={t('move.choose')} value={value} onChange={(next) => { if (next !== undefined) onChange(next) }} options={found.slice(0, MOST_LISTED).map((one) => ({ value: one.openingId, label: one.text, description: about(one) }))} /></div>
          {found.length > MOST_LISTED && <p className="cohort-quiet">{t('release.more', { count: found.length - MOST_LISTED })}</p>}
          <p className="cohort-quiet">{t('move.impossible', { count: impossible })}</p>
        </div>
      )
    }}</Loaded>
  )
})

/** Moves somebody by hand: a place is chosen, what it costs is shown at once, and only then it is done. */
export function MoveDialog({ plan, row, onClose, onChanged }: Props) {
  const t = useText('cohort')
  const [openingId, setOpeningId] = useState<string>()
  const change: Change | undefined = openingId === undefined ? undefined : { do: 'pin', personId: row.person.id, openingId }
  const cost = useCost(plan, change)
  const save = useCommand('matching.changePlan', { refreshes: showsPlans, success: t('change.done'), onDone: onChanged })
  return (
    <Dialog open wide onClose={onClose} title={t('move.title', named(nameOf(row)))} actions={<>
      <Button kind="primary" disabled={!change || cost.isError} pending={save.pending} onClick={() => { if (change) void save.run({ cohortId: plan.id, version: plan.version, change }) }}>{t('move.do')}</Button>
      {openingId !== undefined && <Link to={`/matches/compare/${row.person.id}/${openingId}`}>{t('row.compare')}</Link>}
    </>}>
      <ErrorSummary refusals={save.refusals} />
      <div className="cohort-move">
        <Choices plan={plan} row={row} value={openingId} onChange={setOpeningId} />
        <div>{change ? <CostNote plan={plan} personId={row.person.id} cost={cost} /> : <p className="cohort-quiet">{t('move.first')}</p>}</div>
      </div>
    </Dialog>
  )
}

/** Pins, refuses, leaves out or undoes: with the cost shown before it is done. */
export function ChangeDialog({ plan, row, title, change, onClose, onChanged }: Props & { title: string; change: Change }) {
  const t = useText('cohort')
  const cost = useCost(plan, change)
  const save = useCommand('matching.changePlan', { refreshes: showsPlans, success: t('change.done'), onDone: onChanged })
  return (
    <Dialog open onClose={onClose} title={title} actions={<>
      <Button kind="primary" disabled={cost.isError} pending={save.pending} onClick={() => { void save.run({ cohortId: plan.id, version: plan.version, change }) }}>{t('change.do')}</Button>
    </>}>
      <ErrorSummary refusals={save.refusals} />
      <CostNote plan={plan} personId={row.person.id} cost={cost} />
    </Dialog>
  )
}
