import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { OpenCaseInput, SCHEMES, type Authority, type Case, type Scheme } from '../recognition.schema.ts'
import { showsRecognition, useCaseWords } from './words.ts'

type Props = { personId: string; educations: readonly Case['education'][]; authorities: readonly Authority[]; onClose: () => void }

/** Schemes that one authority decides in the whole country; for the others the municipality says who. */
const ofHkdir: readonly Scheme[] = ['higher_general', 'no_documents', 'vocational']

/** Opens a case: which education, what is applied for, and to whom. */
export function OpenDialog({ personId, educations, authorities, onClose }: Props) {
  const t = useText('recognition')
  const { account } = useMe()
  const { educationName } = useCaseWords()
  const [ids] = useState(() => ({ id: newId(), authorityId: newId(), documents: [newId(), newId()] }))
  const colleagues = useApi('people.listAdvisers', {})
  const open = useCommand('competence.openRecognition', { refreshes: showsRecognition, success: t('open.saved'), onDone: onClose })
  const initial = { id: ids.id, personId, authorityId: ids.authorityId, responsibleId: account.id, educationId: educations.length === 1 ? educations[0]?.id : undefined,
    documents: (['open.diploma', 'open.transcript'] as const).map((key, index) => ({ id: ids.documents[index] ?? '', name: t(key), gatheredBy: 'person' as const, hadOn: null, translation: 'needed' as const, translationPayer: null })) }
  return (
    <Dialog open onClose={onClose} title={t('open.title')}>
      <Form schema={OpenCaseInput} initial={initial} submit={t('open.save')} refusals={open.refusals} pending={open.pending} onCancel={onClose} onSubmit={open.run}>
        {({ field, values, set }) => {
          const scheme = field('scheme', t('open.scheme'))
          const known = authorities.filter((one) => one.scheme === values.scheme)
          return <>
            <Select {...field('educationId', t('open.education'))} options={educations.map((one) => ({ value: one.id, label: educationName(one) }))} />
            <Select {...scheme} options={SCHEMES.map((value) => ({ value, label: t(`scheme.${value}`) }))}
              onChange={(next) => { scheme.onChange(next); set('authorityName', next && ofHkdir.includes(next) ? t('open.hkdir') : authorities.find((one) => one.scheme === next)?.name) }} />
            {values.scheme && <Notice><p>{t(`scheme.help.${values.scheme}`)}</p></Notice>}
            {values.scheme && (known.length > 1 ? <Select {...field('authorityName', t('fact.authority'))} options={known.map(({ name }) => ({ value: name, label: name }))} /> : <TextField {...field('authorityName', t('fact.authority'))} description={t('open.authorityHelp')} />)}
            {values.scheme === 'profession' && <TextField {...field('profession', t('open.profession'))} description={t('open.professionHelp')} />}
            <Select {...field('responsibleId', t('fact.responsible'))} options={(colleagues.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))} />
            <p className="recognition-quiet">{t('open.documentsHelp')}</p>
          </>
        }}
      </Form>
    </Dialog>
  )
}
