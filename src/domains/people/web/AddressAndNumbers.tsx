import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { z } from 'zod'
import { SaveNumbersInput } from '../person.schema.ts'

type Person = Output<'people.getPerson'>
const KINDS = ['fnr', 'dnr', 'duf'] as const
/** One field for each kind; the form's paths are those of the operation, so that a refusal finds its field. */
const NumbersForm = z.object({ numbers: z.array(z.object({ kind: z.enum(KINDS), number: z.string().optional() })) })

function Hidden({ children }: { children: string }) {
  return <span className="people-hidden"><Icon name="lock" size={16} />{children}</span>
}

function EditNumbers({ person, open, onClose }: { person: Person; open: boolean; onClose: () => void }) {
  const t = useText('people')
  const save = useCommand('people.saveNumbers', { refreshes: ['people.getPerson'], success: t('numbers.saved'), onDone: onClose })
  const initial = KINDS.map((kind) => ({ kind, number: person.numbers.find((one) => one.kind === kind)?.number }))
  const send = (values: z.input<typeof NumbersForm>) => save.run(SaveNumbersInput.parse({ personId: person.id, numbers: values.numbers.filter(({ number }) => number) }))
  return (
    <Dialog open={open} onClose={onClose} title={t('numbers.edit')}>
      <Form schema={NumbersForm} initial={{ numbers: initial }} submit={t('numbers.save')} onSubmit={send} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
        {({ field }) => KINDS.map((kind, at) => <TextField key={kind} {...field(`numbers.${at}.number`, t(`number.${kind}`))} width="medium" inputMode="numeric" />)}
      </Form>
    </Dialog>
  )
}

/** Where she lives and her numbers, or that they are hidden and whom to ask: an empty place is never mistaken for "none". */
export function AddressAndNumbers({ person }: { person: Person }) {
  const t = useText('people')
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const { address, hidden, numbers } = person
  const written = address && [address.street, [address.postcode, address.place].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <Section title={t('numbers.title')} actions={may('people.numbers') && person.actions.includes('change') && <Button icon="edit" onClick={() => setEditing(true)}>{t('numbers.edit')}</Button>}>
      <DefinitionList columns={2} facts={[
        { term: t('field.address'), value: hidden.includes('address') ? <Hidden>{t('hidden.address')}</Hidden> : written },
        ...(hidden.includes('numbers') ? [{ term: t('numbers.numbers'), value: <Hidden>{t('hidden.numbers')}</Hidden> }]
          : KINDS.map((kind) => ({ term: t(`number.${kind}`), value: numbers.filter((one) => one.kind === kind).map(({ number }) => number).join(', ') }))),
        ...(hidden.includes('health') ? [{ term: t('tab.health'), value: <Hidden>{t('hidden.health')}</Hidden> }] : []),
      ]} />
      <EditNumbers person={person} open={editing} onClose={() => setEditing(false)} />
    </Section>
  )
}
