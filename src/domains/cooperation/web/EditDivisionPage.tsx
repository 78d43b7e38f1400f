import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { useGo } from '#web/routing.ts'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { z } from 'zod'
import { BODY_KEYS, DUTY_KINDS, DivisionContent, SaveDivisionInput } from '../division.schema.ts'
import { firstDraft, withoutBodies } from '../draft.core.ts'
import { BodiesEditor } from './BodiesEditor.tsx'
import './division.css'
import { DutiesEditor } from './DutiesEditor.tsx'
import type { Shown } from './words.ts'
import { showsDivision } from './words.ts'

type Colleagues = Output<'cooperation.listDivisionColleagues'>['colleagues']
type Tools = FormTools<z.input<typeof SaveDivisionInput>>

function AgreementFields({ tools: { field }, colleagues, isFirst }: { tools: Tools; colleagues: Colleagues; isFirst: boolean }) {
  const t = useText('cooperation')
  return (
    <Section title={t('edit.agreement')} description={t('edit.agreementHelp')}>
      <div className="stack">
        <div className="division-edit__row"><DateField {...field('agreedOn', t('edit.agreedOn'))} /><DateField {...field('validFrom', t('edit.validFrom'))} /><DateField {...field('reviewOn', t('edit.reviewOn'))} /></div>
        <TextArea {...field('agreedBy', t('edit.agreedBy'))} description={t('edit.agreedByHelp')} rows={2} />
        <Combobox {...field('reviewerId', t('edit.reviewer'))} description={t('edit.reviewerHelp')} options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
        {!isFirst && <TextArea {...{ ...field('reason', t('edit.reason')), optional: false }} rows={2} />}
      </div>
    </Section>
  )
}

/** What the form begins with: the newest version, or the draft we ship. What was agreed last is agreed anew. */
function useInitial(newest: Shown | undefined): Partial<z.input<typeof SaveDivisionInput>> {
  const t = useText('cooperation')
  const { today } = useMe()
  const [made] = useState(() => ({ id: newId(), draft: firstDraft({ body: (key) => t(`body.${key}`), duty: (kind) => t(`duty.${kind}`), newId, bodyKeys: BODY_KEYS, kinds: DUTY_KINDS }) }))
  return newest === undefined ? { id: made.id, content: made.draft, validFrom: today } : { id: made.id, version: newest.number, content: newest.content, validFrom: today, reviewerId: newest.reviewerId, ...(newest.state === 'proposal' && { validFrom: newest.validFrom, reviewOn: newest.reviewOn }) }
}

function DivisionForm({ newest, colleagues }: { newest: Shown | undefined; colleagues: Colleagues }) {
  const t = useText('cooperation')
  const go = useGo()
  const initial = useInitial(newest)
  const save = useCommand('cooperation.saveDivision', { refreshes: showsDivision, success: t('edit.saved'), onDone: ({ version }) => go(`/division?version=${version}`) })
  return (
    <Form schema={SaveDivisionInput} initial={initial} submit={t('edit.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={() => go('/division')} onReload={() => { void save.refresh() }} draft="cooperation.division">
      {(tools) => {
        const content = DivisionContent.safeParse(tools.values.content).data ?? tools.values.content
        if (content === undefined) return null
        return <>
          <DutiesEditor content={content} colleagues={colleagues} onChange={(duties) => tools.set('content', { ...content, duties })} />
          <BodiesEditor content={content} colleagues={colleagues} onChange={(bodies) => tools.set('content', { ...content, bodies, duties: withoutBodies(content.duties, bodies.map(({ key }) => key)) })} />
          <Section title={t('questions.title')}><TextArea {...tools.field('content.openQuestions', t('questions.title'))} description={t('questions.help')} rows={3} /></Section>
          <AgreementFields tools={tools} colleagues={colleagues} isFirst={newest === undefined} />
        </>
      }}
    </Form>
  )
}

function Newest({ number, colleagues }: { number: number; colleagues: Colleagues }) {
  return <Loaded query={useApi('cooperation.getDivision', { number })} rows={10}>{({ shown }) => <DivisionForm newest={shown ?? undefined} colleagues={colleagues} />}</Loaded>
}

/** Writes the division of work down together: a new version, agreed on or as a proposal. */
export function EditDivisionPage() {
  const t = useText('cooperation')
  const colleagues = useApi('cooperation.listDivisionColleagues', {})
  const query = useApi('cooperation.getDivision', {})
  return (
    <>
      <PageHeader title={t('edit.title')} crumbs={[{ label: t('title'), to: '/division' }]} />
      <Loaded query={query} rows={10}>{({ versions: [newest] }) => <Loaded query={colleagues}>{(found) => newest === undefined ? <DivisionForm newest={undefined} colleagues={found.colleagues} /> : <Newest number={newest.number} colleagues={found.colleagues} />}</Loaded>}</Loaded>
    </>
  )
}
