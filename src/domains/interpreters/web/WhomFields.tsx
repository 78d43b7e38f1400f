import { useDeferredValue, useState } from 'react'
import { useApi, type Output } from '#web/api.ts'
import type { FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Values } from './words.ts'

/** Before the form: one participant, found by name, or a group. */
export function ChooseWhom({ onPerson, onGroup }: { onPerson: (id: string) => void; onGroup: () => void }) {
  const t = useText('interpreters')
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed)
  const found = useApi('people.listPeople', { text: asked, sort: 'nearness' }, { enabled: asked.length > 1, keep: true })
  return (
    <Section title={t('whom.title')}>
      <div className="stack">
        <Combobox id="whom" name="whom" label={t('field.person')} description={t('whom.help')} value={undefined} onChange={(id) => { if (id) onPerson(id) }} onSearch={setTyped} searching={found.isFetching}
          options={(found.data?.rows ?? []).map(({ id, givenName, familyName }) => ({ value: id, label: `${givenName} ${familyName}` }))} />
        <div><Button onClick={onGroup}>{t('whom.group')}</Button></div>
      </div>
    </Section>
  )
}

type Props = Pick<FormTools<Values>, 'field'> & { options: Output<'interpreters.getBookingOptions'>; isGroup: boolean }

/** Whom the meeting is with: the one it is about and those of her family who come, or a group and its class. */
export function WhomFields({ field, options: { person, classes }, isGroup }: Props) {
  const t = useText('interpreters')
  if (isGroup) {
    return (
      <>
        <TextField {...field('groupName', t('field.group'))} optional={false} description={t('form.groupHelp')} />
        <Select {...field('activityId', t('field.class'))} empty={t('form.noClass')} options={classes.map(({ id, name }) => ({ value: id, label: name }))} />
      </>
    )
  }
  return (
    <>
      <p><span>{t('field.person')}: </span><strong><PersonName name={person?.name ?? ''} /></strong>{person && person.openQuestions > 0 && <> · {t('list.questions', { count: person.openQuestions })}</>}</p>
      {person && person.family.length > 0 && <CheckboxGroup {...field('others', t('field.others'))} optional options={person.family.map(({ id, name }) => ({ value: id, label: name }))} />}
    </>
  )
}
