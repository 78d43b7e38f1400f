import { useState } from 'react'
import { useFindText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { AskedBy } from '#domains/employers/request.schema.ts'
import type { Colleague } from './ContactFields.tsx'
import { ContactFields } from './ContactFields.tsx'
import type { Draft } from './words.ts'

type Body = Draft['bodies'][number]
type Props = { content: Draft; colleagues: readonly Colleague[]; onChange: (bodies: Body[]) => void }

function Fields({ body, colleagues, onChange, onRemove }: { body: Body; colleagues: readonly Colleague[]; onChange: (next: Partial<Body>) => void; onRemove: () => void }) {
  const t = useText('cooperation')
  const find = useFindText()
  const roles = [...new Set(colleagues.flatMap((one) => one.roles))].sort()
  const nameOf = (role: string): string => find(`role.${role}`, 'identity') ?? role
  return (
    <div className="division-edit__fields">
      <div className="division-edit__row">
        <TextField label={t('edit.name')} value={body.name} onChange={(name) => onChange({ name: name ?? '' })} />
        <Select label={t('edit.askedBy')} value={body.askedBy} options={AskedBy.options.map((value) => ({ value, label: find(`asked.${value}`, 'employers') ?? value }))} onChange={(askedBy) => onChange({ askedBy: askedBy ?? null })} optional />
      </div>
      <MultiCombobox label={t('edit.roles')} value={body.roles ?? []} labelOf={nameOf} options={roles.map((value) => ({ value, label: nameOf(value) }))} onChange={(next) => onChange({ roles: next ?? [] })} optional />
      <ContactFields value={body} onChange={onChange} colleagues={colleagues} roles={body.roles ?? []} />
      <div><Button kind="quiet" icon="bin" onClick={onRemove}>{t('edit.remove')}</Button></div>
    </div>
  )
}

/** One body, folded. */
function Item(props: Parameters<typeof Fields>[0] & { startsOpen: boolean }) {
  const t = useText('cooperation')
  const [open, setOpen] = useState(props.startsOpen)
  const { name } = props.body
  return (
    <details className="division-edit" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><strong>{name || t('edit.newBody')}</strong></summary>
      {open && <Fields {...props} />}
    </details>
  )
}

/** The bodies with their contacts. One that is taken out is taken out of the duties too. */
export function BodiesEditor({ content: { bodies }, colleagues, onChange }: Props) {
  const t = useText('cooperation')
  const [added, setAdded] = useState<string>()
  const add = (): void => { const key = newId().slice(0, 8); setAdded(key); onChange([...bodies, { key, name: t('edit.newBody') }]) }
  return (
    <Section title={t('bodies.title')} count={bodies.length}>
      <div>{bodies.map((body, at) => <Item key={body.key} body={body} colleagues={colleagues} startsOpen={body.key === added} onChange={(next) => onChange(bodies.with(at, { ...body, ...next }))} onRemove={() => onChange(bodies.toSpliced(at, 1))} />)}</div>
      <p><Button icon="plus" onClick={add}>{t('edit.addBody')}</Button></p>
    </Section>
  )
}
