import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveDocumentInput, type Case, type Document } from '../recognition.schema.ts'
import { showsRecognition } from './words.ts'

const TRANSLATIONS = ['not_needed', 'needed', 'ordered', 'done'] as const
const PAYERS = ['person', 'municipality', 'nav', 'employer', 'other'] as const

function DocumentDialog({ caseId, document, onClose }: { caseId: string; document: Document | undefined; onClose: () => void }) {
  const t = useText('recognition')
  const [id] = useState(newId)
  const done = { refreshes: showsRecognition, onDone: onClose }
  const save = useCommand('competence.saveRecognitionDocument', { ...done, success: t('document.saved') })
  const remove = useCommand('competence.removeRecognitionDocument', { ...done, success: t('document.removed') })
  return (
    <Dialog open onClose={onClose} title={t(document ? 'document.change' : 'document.add')}>
      <Form schema={SaveDocumentInput} initial={{ id, gatheredBy: 'person', translation: 'not_needed', ...document, caseId }} submit={t('document.save')} refusals={[...save.refusals, ...remove.refusals]} pending={save.pending} onCancel={onClose} onReload={save.refresh}
        onSubmit={(input) => save.run({ ...input, translationPayer: input.translation === 'not_needed' ? null : input.translationPayer })}>
        {({ field, values }) => <>
          <TextField {...field('name', t('document.name'))} description={t('document.nameHelp')} />
          <RadioGroup {...field('gatheredBy', t('document.gatheredBy'))} options={(['person', 'municipality'] as const).map((value) => ({ value, label: t(`who.${value}`) }))} />
          <DateField {...field('hadOn', t('document.hadOn'))} />
          <Select {...field('translation', t('document.translation'))} description={t('document.translationHelp')} options={TRANSLATIONS.map((value) => ({ value, label: t(`translation.${value}`) }))} />
          {values.translation !== 'not_needed' && <Select {...field('translationPayer', t('document.payer'))} options={PAYERS.map((value) => ({ value, label: t(`who.${value}`) }))} />}
          {document && <Button kind="quiet" icon="bin" pending={remove.pending} onClick={() => void remove.run({ id: document.id, caseId })}>{t('document.remove')}</Button>}
        </>}
      </Form>
    </Dialog>
  )
}

/** What is asked for: what is there, what is translated, who gets it and who pays. */
export function Documents({ one, mayWrite }: { one: Case; mayWrite: boolean }) {
  const t = useText('recognition')
  const { formatDate } = useFormat()
  const [editing, setEditing] = useState<Document | 'new'>()
  return (
    <div>
      <div className="recognition-head"><h3>{t('document.title')}</h3>{mayWrite && <Button icon="plus" onClick={() => setEditing('new')}>{t('document.add')}</Button>}</div>
      {one.documents.length === 0 ? <p className="unknown">{t('document.none')}</p> : <ul className="recognition-list">{one.documents.map((document) => (
        <li key={document.id}>
          <div><p><strong>{document.name}</strong> {document.hadOn === null ? <Tag tone="warning">{t('document.lacks', { who: document.gatheredBy })}</Tag> : <Tag tone="success">{t('document.had', { date: formatDate(document.hadOn) })}</Tag>}</p>
            {document.translation !== 'not_needed' && <p className="recognition-quiet">{t(`translation.${document.translation}`)} · {document.translationPayer === null ? t('document.noPayer') : t('document.paidBy', { who: document.translationPayer })}</p>}</div>
          {mayWrite && <Button kind="quiet" icon="edit" iconOnly onClick={() => setEditing(document)}>{t('document.changeOf', { name: document.name })}</Button>}
        </li>))}</ul>}
      {editing !== undefined && <DocumentDialog caseId={one.id} document={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </div>
  )
}
