import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import type { StepKind } from '../steps.schema.ts'
import { STEP_KINDS, SavePlanSettingsInput } from '../steps.schema.ts'
import './plan.css'

type Order = readonly StepKind[]

function moved(order: Order, at: number, by: -1 | 1): StepKind[] {
  const next = [...order]
  const [one] = next.splice(at, 1)
  if (one) next.splice(at + by, 0, one)
  return next
}

function OrderEditor({ order, onChange }: { order: Order; onChange: (order: StepKind[]) => void }) {
  const t = useText('plan')
  const unused = STEP_KINDS.filter((kind) => !order.includes(kind))
  return (
    <fieldset className="plan-edit-elements">
      <legend>{t('settings.order')}</legend>
      <ol className="plan-order">{order.map((kind, at) => { const step = t(`step.${kind}`); return (
        <li key={kind}><div><span>{step}</span>
          <Button kind="quiet" disabled={at === 0} onClick={() => onChange(moved(order, at, -1))}>{t('settings.up', { step })}</Button>
          <Button kind="quiet" disabled={at === order.length - 1} onClick={() => onChange(moved(order, at, 1))}>{t('settings.down', { step })}</Button>
          <Button kind="quiet" disabled={order.length === 1} onClick={() => onChange(order.filter((one) => one !== kind))}>{t('settings.remove', { step })}</Button></div></li>) })}</ol>
      {unused.length > 0 && <><p>{t('settings.unused')}:</p><div className="cluster">{unused.map((kind) => <Button key={kind} icon="plus" onClick={() => onChange([...order, kind])}>{t('settings.add', { step: t(`step.${kind}`) })}</Button>)}</div></>}
    </fieldset>
  )
}

function SettingsForm({ settings }: { settings: Output<'programme.getPlanSettings'> }) {
  const t = useText('plan')
  const save = useCommand('programme.savePlanSettings', { refreshes: ['programme.getPlanSettings', 'programme.getPlan'], success: t('settings.saved') })
  return (
    <Form schema={SavePlanSettingsInput} initial={settings} submit={t('settings.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onReload={() => { void save.refresh() }}>
      {({ field, values, set }) => <>
        <OrderEditor order={values.qualificationSteps ?? []} onChange={(order) => set('qualificationSteps', order)} />
        <RadioGroup {...field('writtenForm', t('settings.writtenForm'))} options={(['nb', 'nn'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))} />
      </>}
    </Form>
  )
}

/** How the municipality works with plans: in which order, and in which written Norwegian. */
export function SettingsPage() {
  const t = useText('plan')
  const query = useApi('programme.getPlanSettings', {})
  return (
    <>
      <PageHeader title={t('settings.title')} description={t('settings.help')} actions={<LinkButton to="/admin/talks">{t('settings.talks')}</LinkButton>} />
      <Loaded query={query} rows={4}>{(settings) => <SettingsForm settings={settings} />}</Loaded>
    </>
  )
}
