import { useState } from 'react'
import { z } from 'zod'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { showsRun } from './words.ts'

const Typed = z.object({ payDay: z.int().min(1).max(31), months: z.enum(['1', '2']) })

/** The municipality's own pay day. */
export function SettingDialog({ setting, open, onClose }: { setting: Output<'programme.listBenefitRuns'>['setting']; open: boolean; onClose: () => void }) {
  const t = useText('benefit')
  const [fresh] = useState(newId)
  const save = useCommand('programme.saveBenefitSetting', { refreshes: showsRun, success: t('setting.saved'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('setting.title')}>
      <Form schema={Typed} initial={{ payDay: setting?.payDay, months: setting?.monthsAfter === 2 ? '2' : '1' }} submit={t('setting.save')} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={save.refresh}
        onSubmit={({ payDay, months }) => save.run({ id: setting?.id ?? fresh, version: setting?.version ?? null, payDay, monthsAfter: Number(months) })}>
        {({ field }) => <>
          <NumberField {...field('payDay', t('setting.day'))} description={t('setting.dayHelp')} />
          <RadioGroup {...field('months', t('setting.months'))} options={(['1', '2'] as const).map((value) => ({ value, label: t(`setting.months.${value}`) }))} />
        </>}
      </Form>
    </Dialog>
  )
}
