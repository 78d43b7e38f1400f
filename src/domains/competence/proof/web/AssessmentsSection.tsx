import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Against, AssessmentResult, Assessor, SaveAssessmentInput, type Assessment, type Proof } from '../proof.schema.ts'
import { linesOf, resultTones, showsProof } from './words.ts'

type Initial = Partial<Assessment> & { id: string; personId: string }

function AssessmentDialog({ personId, one, onClose }: { personId: string; one: Assessment | undefined; onClose: () => void }) {
  const t = useText('proof')
  const { today } = useMe()
  const [id] = useState(newId)
  const [lines, setLines] = useState(() => one?.approved.join('\n'))
  const save = useCommand('competence.saveAssessment', { refreshes: showsProof, success: t('assessment.saved'), onDone: onClose })
  const initial: Initial = { id, personId, assessor: 'county', approved: [], heldOn: null, result: null, resultOn: null, paperOn: null, note: null, ...one, orderedOn: one?.orderedOn ?? today }
  return (
    <Dialog open onClose={onClose} title={t(one ? 'assessment.change' : 'assessment.add', { subject: one?.subject ?? '' })}>
      <Form schema={SaveAssessmentInput} initial={initial} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={save.refresh}>
        {({ field, values, set }) => <>
          <Select {...field('against', t('assessment.against'))} options={Against.options.map((value) => ({ value, label: t(`against.${value}`) }))} />
          <TextField {...field('subject', t('assessment.subject'))} />
          <Select {...field('assessor', t('assessment.assessor'))} options={Assessor.options.map((value) => ({ value, label: t(`assessor.${value}`) }))} />
          <TextField {...field('assessorName', t('assessment.assessorName'))} />
          <DateField {...field('orderedOn', t('assessment.orderedOn'))} />
          <DateField {...field('heldOn', t('assessment.heldOn'))} />
          <Select {...field('result', t('assessment.result'))} empty={t('assessment.noResult')} options={AssessmentResult.options.map((value) => ({ value, label: t(`result.${value}`) }))} />
          {values.result && <DateField {...field('resultOn', t('assessment.resultOn'))} />}
          {(values.result === 'part' || values.result === 'full') && <>
            <TextArea {...field('approved', t('assessment.approved'))} description={t('assessment.approvedHelp')} rows={5} value={lines} onChange={(text) => { setLines(text); set('approved', linesOf(text)) }} />
            <DateField {...field('paperOn', t('assessment.paperOn'))} /></>}
          <TextArea {...field('note', t('assessment.note'))} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Assessments of real competence: against what, by whom, and what came of it. */
export function AssessmentsSection({ proof }: { proof: Proof }) {
  const t = useText('proof')
  const { formatDate } = useFormat()
  const [editing, setEditing] = useState<Assessment | 'new'>()
  const mayChange = proof.actions.includes('change')
  return (
    <Section title={t('assessment.title')} description={t('assessment.help')} actions={mayChange && <Button icon="plus" onClick={() => setEditing('new')}>{t('assessment.add')}</Button>}>
      {proof.assessments.length === 0 ? <EmptyState title={t('assessment.empty')}>{t('assessment.emptyHelp')}</EmptyState> : <ul className="proof-list">{proof.assessments.map((one) => (
        <li key={one.id}><div><p><strong>{one.subject}</strong> <Tag tone={one.result ? resultTones[one.result] : 'info'}>{t(`result.${one.result ?? 'waiting'}`)}</Tag></p>
          <p className="proof-quiet">{t('assessment.line', { against: t(`against.${one.against}`), name: one.assessorName, date: formatDate(one.orderedOn) })}</p>
          {one.approved.length > 0 && <p>{one.approved.join(', ')}</p>}{one.note && <p className="proof-quiet">{one.note}</p>}</div>
          {mayChange && <Button kind="quiet" icon="edit" iconOnly onClick={() => setEditing(one)}>{t('assessment.change', { subject: one.subject })}</Button>}</li>))}</ul>}
      {editing !== undefined && <AssessmentDialog personId={proof.personId} one={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Section>
  )
}
