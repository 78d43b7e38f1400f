import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { EmployerAnswers, NotHiredReason, ParticipantAnswers } from '../evaluation.schema.ts'
import { showsEvaluation } from './words.ts'

type Props = { agreementId: string; open: boolean; onClose: () => void }

const useNoteAnswers = (onDone: () => void) => {
  const t = useText('follow-up')
  return useCommand('followUp.noteAnswers', { refreshes: showsEvaluation, success: t('evaluation.saved'), onDone })
}

/** The employer's answers, told by telephone or in a talk. */
export function EmployerAnswersDialog({ agreementId, open, onClose }: Props) {
  const t = useText('follow-up')
  const [id] = useState(newId)
  const note = useNoteAnswers(onClose)
  return (
    <Dialog open={open} onClose={onClose} title={t('evaluation.noteEmployer')} wide>
      <Form schema={EmployerAnswers} initial={{ skills: [], attest: false, wentWell: null, didNot: null, nextTime: null, notHiredReason: null }} submit={t('evaluation.save')} draft={`followUp.employer.${agreementId}`}
        onSubmit={(answers) => note.run({ agreementId, answer: { id, party: 'employer', answers } })} refusals={note.refusals.map((one) => ({ ...one, path: one.path?.replace(/^answers\./, '') }))} pending={note.pending} onCancel={onClose}>
        {({ field, values, set }) => <>
          <TextArea {...field('wentWell', t('evaluation.wentWell'))} rows={2} />
          <TextArea {...field('didNot', t('evaluation.didNot'))} rows={2} />
          <TextArea {...field('nextTime', t('evaluation.nextTime'))} rows={2} />
          <TextArea {...field('skills', t('evaluation.skills'))} description={t('evaluation.skillsHelp')} rows={3} value={(values.skills ?? []).join('\n')} onChange={(text) => set('skills', (text ?? '').split('\n'))} />
          <RadioGroup {...field('wouldHostAgain', t('evaluation.wouldHostAgain'))} options={(['yes', 'perhaps', 'no'] as const).map((value) => ({ value, label: t(`evaluation.host.${value}`) }))} />
          <RadioGroup {...field('isHired', t('evaluation.isHired'))} options={(['yes', 'perhaps_later', 'no'] as const).map((value) => ({ value, label: t(`evaluation.hire.${value}`) }))} />
          {values.isHired === 'no' && <RadioGroup {...field('notHiredReason', t('evaluation.notHiredReason'))} options={NotHiredReason.options.map((value) => ({ value, label: t(`outcome.reason.${value}`) }))} />}
          <Checkbox {...field('attest', t('evaluation.attest'))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** The participant's answers, told in a talk. */
export function ParticipantAnswersDialog({ agreementId, open, onClose }: Props) {
  const t = useText('follow-up')
  const [id] = useState(newId)
  const note = useNoteAnswers(onClose)
  return (
    <Dialog open={open} onClose={onClose} title={t('evaluation.noteParticipant')} wide>
      <Form schema={ParticipantAnswers} initial={{ wentWell: null, didNot: null, learned: null }} submit={t('evaluation.save')} draft={`followUp.participant.${agreementId}`}
        onSubmit={(answers) => note.run({ agreementId, answer: { id, party: 'participant', answers } })} refusals={note.refusals} pending={note.pending} onCancel={onClose}>
        {({ field }) => <>
          <TextArea {...field('wentWell', t('evaluation.wentWell'))} rows={2} />
          <TextArea {...field('didNot', t('evaluation.didNot'))} rows={2} />
          <TextArea {...field('learned', t('evaluation.learned'))} rows={2} />
          <RadioGroup {...field('spokeNorwegian', t('evaluation.spokeNorwegian'))} options={(['every_day', 'some_days', 'seldom'] as const).map((value) => ({ value, label: t(`evaluation.spoke.${value}`) }))} />
          <RadioGroup {...field('wasTreatedWell', t('evaluation.wasTreatedWell'))} options={(['yes', 'partly', 'no'] as const).map((value) => ({ value, label: t(`evaluation.treated.${value}`) }))} />
          <RadioGroup {...field('wantsToGoOn', t('evaluation.wantsToGoOn'))} options={(['same_work', 'other_work', 'education', 'do_not_know'] as const).map((value) => ({ value, label: t(`evaluation.wants.${value}`) }))} />
        </>}
      </Form>
    </Dialog>
  )
}
