import { useState } from 'react'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Duty as WholeDuty } from '../division.schema.ts'
import { Duty as DutyShape, PHASES } from '../division.schema.ts'
import { splitByPhase } from '../draft.core.ts'
import type { Colleague } from './ContactFields.tsx'
import { ContactFields } from './ContactFields.tsx'
import type { Draft } from './words.ts'

type Duty = Draft['duties'][number]
type Props = { content: Draft; colleagues: readonly Colleague[]; onChange: (duties: Duty[]) => void }
type One = { duty: Duty; content: Draft; colleagues: readonly Colleague[]; onChange: (next: Duty[]) => void }

const blank = (name: string): WholeDuty => DutyShape.parse({ id: newId(), name })

function Fields({ duty, content: { bodies }, colleagues, onChange }: One) {
  const t = useText('cooperation')
  const set = (next: Partial<Duty>): void => onChange([{ ...duty, ...next }])
  const without = (...taken: readonly (string | null | undefined)[]) => bodies.filter(({ key }) => !taken.includes(key)).map(({ key, name }) => ({ value: key, label: name }))
  const [takesPart, told] = [duty.takesPart ?? [], duty.told ?? []]
  const split = (): void => { const whole = DutyShape.safeParse(duty); if (whole.success) onChange(splitByPhase(whole.data, newId)) }
  return (
    <div className="division-edit__fields">
      <div className="division-edit__row">
        <TextField label={t('edit.name')} value={duty.name} onChange={(name) => set({ name: name ?? '' })} />
        <Select label={t('column.responsible')} value={duty.responsible} empty={t('nobody')} options={without(...takesPart, ...told)} onChange={(responsible) => set({ responsible: responsible ?? null })} optional />
        <Select label={t('edit.phase')} value={duty.phase ?? 'any'} options={PHASES.map((value) => ({ value, label: t(`phase.${value}`) }))} onChange={(phase) => set({ phase: phase ?? 'any' })} />
      </div>
      <div className="division-edit__row">
        <MultiCombobox label={t('column.takesPart')} value={takesPart} options={without(duty.responsible, ...told)} onChange={(next) => set({ takesPart: next ?? [] })} optional />
        <MultiCombobox label={t('column.told')} value={told} options={without(duty.responsible, ...takesPart)} onChange={(next) => set({ told: next ?? [] })} optional />
      </div>
      <TextArea label={t('edit.note')} description={t('edit.noteHelp')} value={duty.note} onChange={(note) => set({ note: note ?? null })} rows={2} optional />
      <p className="section__description">{t('edit.ownContact')}</p>
      <ContactFields value={duty} onChange={set} colleagues={colleagues} roles={bodies.find(({ key }) => key === duty.responsible)?.roles ?? []} />
      <div className="cluster">
        {(duty.phase ?? 'any') === 'any' && <Button onClick={split}>{t('edit.perPhase')}</Button>}
        <Button kind="quiet" icon="bin" onClick={() => onChange([])}>{t('edit.remove')}</Button>
      </div>
    </div>
  )
}

function Item(props: One & { startsOpen: boolean }) {
  const { duty, content, startsOpen } = props
  const t = useText('cooperation')
  const [open, setOpen] = useState(startsOpen)
  const body = content.bodies.find(({ key }) => key === duty.responsible)
  const phase = duty.phase ?? 'any'
  return (
    <details className="division-edit" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><span><strong>{duty.name || t('edit.newDuty')}</strong>{phase !== 'any' && <Tag tone="info">{t(`phase.${phase}`)}</Tag>}{body ? <Tag>{body.name}</Tag> : <Tag tone="warning">{t('nobody')}</Tag>}</span></summary>
      {open && <Fields {...props} />}
    </details>
  )
}

/** Every duty, folded: opened it is given to a body, split by phase, or taken out. */
export function DutiesEditor({ content, colleagues, onChange }: Props) {
  const t = useText('cooperation')
  const [added, setAdded] = useState<string>()
  const add = (): void => { const duty = blank(t('edit.newDuty')); setAdded(duty.id); onChange([...content.duties, duty]) }
  return (
    <Section title={t('duties.title')} count={content.duties.length} description={t('duties.help')}>
      <div>{content.duties.map((duty, at) => <Item key={duty.id} duty={duty} content={content} colleagues={colleagues} startsOpen={duty.id === added} onChange={(next) => onChange(content.duties.toSpliced(at, 1, ...next))} />)}</div>
      <p><Button icon="plus" onClick={add}>{t('edit.add')}</Button></p>
    </Section>
  )
}
