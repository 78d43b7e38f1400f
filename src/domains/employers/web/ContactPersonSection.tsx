import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import type { Employer } from '../employer.schema.ts'
import { HandOverInput } from '../employer.schema.ts'

/** Colleagues who may have the contact, to choose from. */
export function useColleagues() {
  return (useApi('employers.listColleagues', {}).data?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

/** Our one contact person and the substitute, with every hand-over there has been (EMP-02). */
export function ContactPersonSection({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState(false)
  const nobody = t('handover.nobody')
  const act = t(employer.contactAccountId === null ? 'contactPerson.choose' : 'contactPerson.handOver')
  return (
    <Section title={t('contactPerson.title')} description={t('contactPerson.description')}
      actions={employer.actions.includes('handOver') && <Button icon="person" onClick={() => setOpen(true)}>{act}</Button>}>
      <div className="stack">
        <DefinitionList columns={2} facts={[
          { term: t('contactPerson.contact'), value: employer.contactName ? <bdi>{employer.contactName}</bdi> : t('contactPerson.none') },
          { term: t('contactPerson.substitute'), value: employer.substituteName ? <bdi>{employer.substituteName}</bdi> : t('contactPerson.none') },
        ]} />
        {employer.handovers.length > 0 && (
          <details>
            <summary>{t('contactPerson.history')}</summary>
            <Timeline items={employer.handovers.map((one) => ({ id: one.id, when: formatDate(one.onDate), title: t('handover.line', { from: one.from ?? nobody, to: one.to ?? nobody }),
              text: <>{one.substitute && <p>{t('handover.substitute', { name: one.substitute })}</p>}{one.note && <p>{one.note}</p>}</> }))} />
          </details>
        )}
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={act}><HandOverForm employer={employer} onClose={() => setOpen(false)} /></Dialog>
    </Section>
  )
}

function HandOverForm({ employer, onClose }: { employer: Employer; onClose: () => void }) {
  const t = useText('employers')
  const colleagues = useColleagues()
  const [id] = useState(newId)
  const { id: employerId, version, contactAccountId, substituteAccountId } = employer
  const handOver = useCommand('employers.handOverContact', { refreshes: ['employers.getEmployer', 'employers.listEmployers'], success: t('handover.done'), onDone: onClose })
  return (
    <Form schema={HandOverInput} initial={{ id, employerId, version, toAccountId: contactAccountId, substituteAccountId }} onSubmit={handOver.run} refusals={handOver.refusals}
      pending={handOver.pending} submit={t(contactAccountId === null ? 'save' : 'contactPerson.handOver')} onCancel={onClose} onReload={() => { void handOver.refresh() }}>
      {({ field }) => <>
        <Combobox {...field('toAccountId', t('handover.to'))} description={t('handover.toHelp')} options={colleagues} valueLabel={employer.contactName ?? undefined} />
        <Combobox {...field('substituteAccountId', t('contactPerson.substitute'))} options={colleagues} valueLabel={employer.substituteName ?? undefined} />
        <TextArea {...field('note', t('handover.note'))} description={t('handover.noteHelp')} />
      </>}
    </Form>
  )
}
