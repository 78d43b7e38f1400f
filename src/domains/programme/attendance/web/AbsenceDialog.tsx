import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { isolate } from '#web/texts.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { WithdrawAbsenceInput } from '../absence.schema.ts'
import { AbsenceForm, type AbsenceValues } from './AbsenceForm.tsx'
import { showsAbsence } from './words.ts'

type Absence = Output<'programme.getAbsenceDesk'>['undecided'][number]
/** Of whom, and what is known already: nothing, a report, or an absence that is changed or, where it is paid on, corrected. */
export type Asked = { personId: string; personName: string; report?: { id: string; fromDate: string; toDate: string }; absence?: Omit<Absence, 'personName'>; on?: string }

function valuesOf({ personId, report, absence, on }: Asked, fresh: string): Partial<AbsenceValues> {
  if (absence) {
    const { id, version, kind, welfareReason, childBirthDate, fromDate, toDate, minutesEachDay, isAbroad, certification, documentedOn, decision, withBenefit, decisionNote } = absence
    const content = { personId, kind, welfareReason, childBirthDate, fromDate, toDate, minutesEachDay, isAbroad, certification, documentedOn, decision: decision === 'withdrawn' ? 'pending' as const : decision, withBenefit, decisionNote, reportId: null }
    return absence.isPaid ? { ...content, id: fresh, correctsId: id } : { ...content, id, version, correctsId: null }
  }
  return { id: fresh, personId, fromDate: report?.fromDate ?? on, toDate: report?.toDate ?? on, reportId: report?.id ?? null }
}

/** Notes, changes or corrects an absence. */
export function AbsenceDialog({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) {
  const t = useText('attendance')
  const [fresh, setFresh] = useState(newId)
  const query = useApi('programme.getAttendance', { personId: asked?.personId ?? '' }, { enabled: asked !== undefined })
  const close = (): void => { setFresh(newId()); onClose() }
  return (
    <Dialog open={asked !== undefined} onClose={close} title={t('absence.newFor', { name: isolate(asked?.personName ?? '') })} wide>
      {asked && <Loaded query={query}>{(month) => <AbsenceForm month={month} initial={valuesOf(asked, fresh)} onDone={close} />}</Loaded>}
    </Dialog>
  )
}

/** Takes an absence back, with what that leads to. */
export function WithdrawDialog({ absence, onClose }: { absence: Omit<Absence, 'personName'> | undefined; onClose: () => void }) {
  const t = useText('attendance')
  const [fresh, setFresh] = useState(newId)
  const withdraw = useCommand('programme.withdrawAbsence', { refreshes: showsAbsence, success: t('absence.withdrawn'), onDone: () => { setFresh(newId()); onClose() } })
  return (
    <Dialog open={absence !== undefined} onClose={onClose} title={t('absence.withdrawTitle')}>
      <p>{t('absence.withdrawConsequence')}</p>
      <Form schema={WithdrawAbsenceInput} initial={{ id: absence?.id, version: absence?.version, correctionId: fresh }} submit={t('absence.withdraw')} onSubmit={withdraw.run} refusals={withdraw.refusals} pending={withdraw.pending} onCancel={onClose} onReload={() => { void withdraw.refresh() }}>
        {({ field }) => <TextArea {...field('note', t('absence.withdrawWhy'))} rows={2} />}
      </Form>
    </Dialog>
  )
}
