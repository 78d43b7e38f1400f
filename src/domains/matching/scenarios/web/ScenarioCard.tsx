import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { MOST_PARTS } from '../what-if.schema.ts'
import { PartDialog } from './PartDialog.tsx'
import { usePartText, type Choices, type Draft } from './words.ts'

type Props = { draft: Draft; choices: Choices; onChange: (next: Draft | undefined) => void }
const refreshes = ['matching.listWhatIfs'] as const

/** The parts of a scenario with what each costs. */
function Parts({ draft, choices, onChange }: Props) {
  const t = useText('scenarios')
  const partText = usePartText(choices)
  const { formatNumber } = useFormat()
  if (draft.parts.length === 0) return <p className="what-if-quiet">{t('noParts')}</p>
  return (
    <ul className="what-if-parts">
      {draft.parts.map(({ part, cost }, at) => (
        <li key={`${at} ${JSON.stringify(part)}`}>
          <span>{partText(part)} <span className="what-if-quiet">{t('costs', { cost: formatNumber(cost), unit: t(`unit.${draft.unit}`) })}</span></span>
          <Button kind="quiet" icon="bin" iconOnly onClick={() => onChange({ ...draft, parts: draft.parts.filter((_, index) => index !== at) })}>{t('removePart', { part: partText(part) })}</Button>
        </li>
      ))}
    </ul>
  )
}

function Keeping({ draft, choices, onChange }: Props) {
  const t = useText('scenarios')
  const [removing, setRemoving] = useState(false)
  const save = useCommand('matching.saveWhatIf', { refreshes, success: t('isSaved'), onDone: ({ id, version }) => onChange({ ...draft, id, version }) })
  const remove = useCommand('matching.removeWhatIf', { refreshes, success: t('isRemoved'), onDone: () => onChange(undefined) })
  const { key: _, id, version, ...scenario } = draft
  return (
    <>
      <ErrorSummary refusals={save.refusals} />
      <div className="cluster">
        {choices.actions.includes('save') && draft.parts.length > 0 && <Button pending={save.pending} onClick={() => { void save.run({ ...scenario, id: id ?? newId(), ...(id !== undefined && { version }) }) }}>{t(id === undefined ? 'save' : 'saveAgain')}</Button>}
        <Button kind="quiet" icon="close" onClick={() => onChange(undefined)}>{t('close')}</Button>
        {id !== undefined && choices.actions.includes('save') && <Button kind="quiet" icon="bin" onClick={() => setRemoving(true)}>{t('remove')}</Button>}
      </div>
      <ConfirmDialog open={removing} onClose={() => setRemoving(false)} onConfirm={() => { if (id !== undefined) void remove.run({ id }) }} title={t('removeTitle', { name: draft.name })} consequences={[t('removeConsequence')]} confirm={t('remove')} danger pending={remove.pending} refusals={remove.refusals} />
    </>
  )
}

/** One scenario: its name, its parts and their costs, and whether it is kept. */
export function ScenarioCard(props: Props) {
  const { draft, choices, onChange } = props
  const t = useText('scenarios')
  const [adding, setAdding] = useState(false)
  return (
    <article className="what-if-card" aria-label={draft.name}>
      <div className="form__row">
        <TextField label={t('name')} value={draft.name} onChange={(name) => onChange({ ...draft, name: name ?? '' })} />
        <Select label={t('unit')} value={draft.unit} onChange={(unit) => onChange({ ...draft, unit: unit ?? draft.unit })} options={(['kroner', 'points'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))} />
      </div>
      <Parts {...props} />
      <div><Button kind="quiet" icon="plus" disabled={draft.parts.length >= MOST_PARTS} onClick={() => setAdding(true)}>{t('addPart')}</Button></div>
      <Keeping {...props} />
      <PartDialog open={adding} onClose={() => setAdding(false)} choices={choices} unit={draft.unit} onDone={(part) => onChange({ ...draft, parts: [...draft.parts, part] })} />
    </article>
  )
}
