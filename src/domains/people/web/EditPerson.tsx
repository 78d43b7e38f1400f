import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Drawer } from '#web/ui/Drawer.tsx'
import { SavePersonInput } from '../person.schema.ts'
import { PersonFields } from './PersonFields.tsx'

type Props = { person: Output<'people.getPerson'>; open: boolean; onClose: () => void }

/** Changes what is basic about a person. What is hidden from the one who writes is not sent, and so not touched. */
export function EditPerson({ person, open, onClose }: Props) {
  const t = useText('people')
  const save = useCommand('people.savePerson', { refreshes: ['people.getPerson', 'people.listPeople'], success: t('person.saved'), onDone: onClose })
  const { numbers: _, family: __, hidden, actions, adviserName: ___, address, ...basics } = person
  const close = (): void => { save.reset(); onClose() }
  return (
    <Drawer open={open} onClose={close} title={t('person.edit')}>
      <Form schema={SavePersonInput} initial={{ ...basics, address: address ?? undefined }} submit={t('person.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending}
        onReload={() => { void save.refresh().then(save.reset) }} onCancel={close} draft={`people.${person.id}`}>
        {(tools) => <PersonFields tools={tools} mayPlace={!hidden.includes('address')} mayProtect={actions.includes('changeProtection')} />}
      </Form>
    </Drawer>
  )
}
