import { PlainDate } from '#shared/date.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { suggestFollowUps } from '../agreement-follow-ups.core.ts'
import type { PlannedFollowUp } from '../agreement.schema.ts'

type Planned = { id: string; kind: PlannedFollowUp['kind']; dueOn: string }
type Props = { from: string | null; to: string | null; plan: readonly Planned[]; onChange: (plan: Planned[]) => void }

/** When somebody comes by or rings, agreed with the employer beforehand (PLA-05). Days are suggested from the period. */
export function FollowUpPlan({ from, to, plan, onChange }: Props) {
  const t = useText('placements')
  const start = PlainDate.safeParse(from).data
  const suggest = (): void => { if (start) onChange(suggestFollowUps(start, PlainDate.safeParse(to).data ?? null).map((one) => ({ ...one, id: newId() }))) }
  const change = (id: string, next: Partial<Planned>): void => onChange(plan.map((one) => (one.id === id ? { ...one, ...next } : one)))
  return (
    <fieldset className="follow-up-plan" id="agreement-followUps" tabIndex={-1}>
      <legend>{t('doc.followUp')}</legend>
      <p className="section__description">{t('plan.help')}</p>
      <ul>
        {plan.map(({ id, kind, dueOn }, at) => (
          <li key={id}>
            <Select label={t('plan.kind', { number: at + 1 })} value={kind} onChange={(value) => { if (value) change(id, { kind: value }) }} options={(['visit', 'call', 'meeting'] as const).map((value) => ({ value, label: t(`followUp.${value}`) }))} />
            <DateField label={t('plan.day', { number: at + 1 })} value={dueOn} onChange={(value) => change(id, { dueOn: value ?? '' })} />
            <Button kind="quiet" icon="bin" iconOnly onClick={() => onChange(plan.filter((one) => one.id !== id))}>{t('plan.remove', { number: at + 1 })}</Button>
          </li>
        ))}
      </ul>
      <div className="cluster">
        <Button icon="calendar" disabled={!start} onClick={suggest}>{t(plan.length > 0 ? 'plan.suggestAgain' : 'plan.suggest')}</Button>
        <Button kind="quiet" icon="plus" onClick={() => onChange([...plan, { id: newId(), kind: 'visit', dueOn: from ?? '' }])}>{t('plan.add')}</Button>
      </div>
      {!start && <p className="section__description">{t('plan.needsStart')}</p>}
    </fieldset>
  )
}
