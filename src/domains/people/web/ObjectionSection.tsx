import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { MatchingObjectionInput } from '../person.schema.ts'

type Person = Output<'people.getPerson'>

/** Whether she objects to being matched, in her words; noted and taken back by whoever may write. What follows from it is said first. */
export function ObjectionSection({ person }: { person: Person }) {
  const t = useText('people')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState(false)
  const since = person.matchingObjection?.since ?? null
  const save = useCommand('people.setMatchingObjection', { refreshes: ['people.getPerson', 'matching.matchesForPerson', 'matching.explain'], success: t('objection.saved'), onDone: () => setOpen(false) })
  const act = t(since === null ? 'objection.set' : 'objection.remove')
  return (
    <Section title={t('objection.title')} description={t('objection.help')} actions={person.actions.includes('change') && <Button icon="edit" onClick={() => setOpen(true)}>{act}</Button>}>
      <p>{since === null ? t('objection.none') : t('objection.since', { day: formatDate(since, 'long') })}</p>
      {person.matchingObjection && <p className="people-note">«<bdi>{person.matchingObjection.words}</bdi>» {person.matchingObjection.notedBy !== null && t('objection.by', { name: person.matchingObjection.notedBy })}</p>}
      <Dialog open={open} onClose={() => setOpen(false)} title={act}>
        <div className="stack">
        <p>{t(since === null ? 'objection.setHelp' : 'objection.removeHelp')}</p>
        <Form schema={MatchingObjectionInput} initial={{ personId: person.id, version: person.version, objects: since === null }} submit={t('objection.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={() => setOpen(false)}>
          {({ field }) => <TextArea {...field('words', t('objection.words'))} rows={3} />}
        </Form>
        </div>
      </Dialog>
    </Section>
  )
}
