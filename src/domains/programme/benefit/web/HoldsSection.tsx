import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { PersonBenefit } from '../benefit.schema.ts'
import { HoldInput, HoldReason } from '../benefit.schema.ts'
import { showsPerson } from './words.ts'

function HoldDialog({ personId, open, onClose }: { personId: string; open: boolean; onClose: () => void }) {
  const t = useText('benefit')
  const { today } = useMe()
  const [id, setId] = useState(newId)
  const hold = useCommand('programme.holdBenefit', { refreshes: showsPerson, success: t('hold.saved'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('hold.add')}>
      <Form schema={HoldInput} initial={{ id, personId, fromOn: today }} submit={t('hold.save')} onSubmit={hold.run} refusals={hold.refusals} pending={hold.pending} onCancel={onClose}>
        {({ field }) => <>
          <DateField {...field('fromOn', t('hold.from'))} />
          <RadioGroup {...field('reason', t('hold.reason'))} options={HoldReason.options.map((value) => ({ value, label: t(`hold.${value}`) }))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Reductions that wait while a question is open, with who said so. */
export function HoldsSection({ benefit }: { benefit: PersonBenefit }) {
  const t = useText('benefit')
  const { formatDate } = useFormat()
  const { today } = useMe()
  const [open, setOpen] = useState<'hold' | 'release' | null>(null)
  const close = (): void => setOpen(null)
  const release = useCommand('programme.releaseBenefit', { refreshes: showsPerson, success: t('hold.released'), onDone: close })
  const current = benefit.holds.find(({ releasedOn }) => releasedOn === null)
  return (
    <Section title={t('hold.title')} description={t('hold.help')} actions={current === undefined && <Button onClick={() => setOpen('hold')}>{t('hold.add')}</Button>}>
      {benefit.holds.length === 0 ? <p>{t('hold.none')}</p> : <ul className="holds">{benefit.holds.map((one) => (
        <li key={one.id}>
          <span>{t('hold.line', { reason: t(`hold.${one.reason}`), day: formatDate(one.fromOn), by: one.heldBy })}</span>
          {one.releasedOn === null ? <Button onClick={() => setOpen('release')}>{t('hold.release')}</Button> : <span className="benefit__quiet">{t('hold.ended', { day: formatDate(one.releasedOn), by: one.releasedBy ?? '' })}</span>}
        </li>))}</ul>}
      <HoldDialog personId={benefit.personId} open={open === 'hold'} onClose={close} />
      <ConfirmDialog open={open === 'release'} onClose={close} title={t('hold.releaseTitle')} consequences={[t('hold.releaseConsequence')]} confirm={t('hold.release')} pending={release.pending} refusals={release.refusals}
        onConfirm={() => { if (current) void release.run({ holdId: current.id, version: current.version, releasedOn: today < current.fromOn ? current.fromOn : today }) }} />
    </Section>
  )
}
