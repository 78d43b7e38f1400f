import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { SaveOutcomeInput } from '../day.schema.ts'
import { CameOfIt, Offer } from '../meeting.schema.ts'
import { showsDay, type Day, type Pair } from './words.ts'

/** What a colleague notes of a pair. */
export function OutcomeDialog({ day, pair: { guest, employer, outcome }, onClose }: { day: Day; pair: Pair; onClose: () => void }) {
  const t = useText('meetings')
  const save = useCommand('meetings.saveOutcome', { refreshes: showsDay, success: t('after.saved'), onDone: onClose })
  const initial = { dayId: day.id, guestId: guest.id, employerId: employer.id, note: outcome?.note ?? null, employerAgain: outcome?.employerAgain ?? null, guestAgain: outcome?.guestAgain ?? null, offer: outcome?.offer ?? null, cameOfIt: outcome?.cameOfIt ?? null, secondOn: outcome?.secondOn ?? null }
  return (
    <Dialog open onClose={onClose} title={t('after.noteOf', { number: guest.number, employer: employer.name })}>
      <Form schema={SaveOutcomeInput} initial={initial} submit={t('form.save')} onSubmit={(values) => save.run(values)} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
        {({ field, set }) => <>
          <Checkbox {...field('employerAgain', t('again.employer'))} />
          <Checkbox {...field('guestAgain', t('again.guest'))} />
          <Select {...field('offer', t('after.offer'))} empty={t('after.unknown')} options={Offer.options.map((value) => ({ value, label: t(`offer.${value}`) }))} onChange={(next) => set('offer', next ?? null)} />
          <DateField {...field('secondOn', t('after.secondOn'))} />
          <Select {...field('cameOfIt', t('after.cameOfIt'))} empty={t('after.unknown')} options={CameOfIt.options.map((value) => ({ value, label: t(`came.${value}`) }))} onChange={(next) => set('cameOfIt', next ?? null)} />
          <TextArea {...field('note', t('after.noteText'))} description={t('after.noteHelp')} />
        </>}
      </Form>
    </Dialog>
  )
}
