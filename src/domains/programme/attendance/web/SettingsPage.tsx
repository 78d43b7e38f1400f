import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { SaveSettingsInput } from '../attendance.schema.ts'

/** For how long a teacher may change what she registered. */
export function SettingsPage() {
  const t = useText('attendance')
  const query = useApi('programme.getAttendanceSettings', {})
  const save = useCommand('programme.saveAttendanceSettings', { refreshes: ['programme.getAttendanceSettings'], success: t('settings.saved') })
  return (
    <>
      <PageHeader title={t('settings.title')} description={t('settings.description')} />
      <Loaded query={query} rows={2}>{(settings) => (
        <Form schema={SaveSettingsInput} initial={settings} submit={t('settings.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onReload={() => { void save.refresh() }}>
          {({ field }) => <NumberField {...field('correctionDays', t('settings.days'))} unit={t('settings.daysUnit')} />}
        </Form>)}</Loaded>
    </>
  )
}
