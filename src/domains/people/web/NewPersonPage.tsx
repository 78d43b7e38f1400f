import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMay, useMe } from '#web/me.tsx'
import { useGo } from '#web/routing.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SavePersonInput } from '../person.schema.ts'
import { PersonFields } from './PersonFields.tsx'

/** Registers somebody by hand. Only the name is needed; the rest when it is known. */
export function NewPersonPage() {
  const t = useText('people')
  const go = useGo()
  const may = useMay()
  const { account } = useMe()
  const [id] = useState(newId)
  const save = useCommand('people.savePerson', { refreshes: ['people.listPeople'], success: t('new.saved'), onDone: (saved) => go(`/people/${saved.id}`) })
  return (
    <>
      <PageHeader title={t('new.title')} crumbs={[{ label: t('list.title'), to: '/people' }]} description={t('new.help')} />
      <Section title={t('person.basics')}>
        <Form schema={SavePersonInput} initial={{ id, status: 'settled', contactLocale: 'nb', addressProtection: 'none', adviserId: may('people.write') ? account.id : undefined }} draft="people.new"
          submit={t('new.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={() => go('/people')}>
          {(tools) => <PersonFields tools={tools} mayPlace mayProtect={may('people.protected')} />}
        </Form>
      </Section>
    </>
  )
}
