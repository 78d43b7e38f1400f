import { useCommand, type Input, type Output } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { AbsenceKind, Certification, SaveAbsenceInput } from '../absence.schema.ts'
import { showsAbsence, useSelfText } from './words.ts'

export type AbsenceValues = Input<'programme.saveAbsence'>
type Month = Output<'programme.getAttendance'>
type Tools = FormTools<AbsenceValues>

const WELFARE = ['kindergarten', 'first_school_day', 'wedding', 'death', 'appointment', 'care', 'other'] as const
/** Kinds whose share or limit hangs on how old the child is. */
const ofChild: readonly string[] = ['breastfeeding', 'parental_leave', 'adoption', 'sick_child', 'long_illness_child']

/** What going abroad leads to, before it is granted and not after (QUA-09). */
function Abroad() {
  const t = useText('attendance')
  return <Notice tone="warning" title={t('absence.abroadTitle')}><ul><li>{t('absence.abroadRight')}</li><li>{t('absence.abroadBenefit')}</li><li>{t('absence.abroadDwelling')}</li><li>{t('absence.abroadPermit')}</li></ul></Notice>
}

function What({ tools: { field, values, set }, month }: { tools: Tools; month: Month }) {
  const t = useText('attendance')
  const kind = field('kind', t('absence.kind'))
  const choose = (next: AbsenceKind | undefined): void => {
    kind.onChange(next)
    if (next !== 'welfare') set('welfareReason', null)
    if (next === 'home_travel') set('isAbroad', true)
    if (next === 'unauthorised') { set('decision', 'unauthorised'); set('withBenefit', null) }
    if (next && values.decision === 'approved') set('withBenefit', month.usuallyWithBenefit?.[next] ?? true)
  }
  const hours = field('minutesEachDay', t('absence.hours'))
  return <>
    <Select {...kind} onChange={choose} options={AbsenceKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
    {values.kind === 'welfare' && <Select {...field('welfareReason', t('absence.welfareReasonLabel'))} optional={false} options={WELFARE.map((value) => ({ value, label: t(`welfare.${value}`) }))} />}
    {ofChild.includes(values.kind ?? '') && <DateField {...field('childBirthDate', t('absence.childBirthDate'))} />}
    <div className="form__row"><DateField {...field('fromDate', t('absence.from'))} /><DateField {...field('toDate', t('absence.to'))} /></div>
    <NumberField {...hours} value={typeof hours.value === 'number' ? hours.value / 60 : null} onChange={(next) => set('minutesEachDay', next === undefined ? null : Math.round(next * 60))} unit={t('absence.hoursUnit')} description={t('absence.hoursHelp')} />
    <Checkbox {...field('isAbroad', t('absence.abroad'))} />
    {values.isAbroad && <Abroad />}
  </>
}

function Papers({ tools: { field, values, set }, month }: { tools: Tools; month: Month }) {
  const t = useText('attendance')
  const selfText = useSelfText()
  const certification = field('certification', t('absence.certification'))
  return <>
    <RadioGroup {...certification} description={month.selfCertification ? selfText(month.selfCertification) : undefined} onChange={(next) => { certification.onChange(next); if (next === 'none' || next === 'self') set('documentedOn', null) }}
      options={Certification.options.map((value) => ({ value, label: t(`certification.${value}`) }))} />
    {(values.certification === 'doctor' || values.certification === 'document') && <DateField {...field('documentedOn', t('absence.documentedOn'))} description={t('absence.documentedHelp')} />}
  </>
}

function Decided({ tools: { field, values, set }, month }: { tools: Tools; month: Month }) {
  const t = useText('attendance')
  const decision = field('decision', t('absence.decision'))
  const benefit = field('withBenefit', t('absence.withBenefit'))
  const usual = values.kind && month.usuallyWithBenefit?.[values.kind]
  return <>
    <RadioGroup {...decision} onChange={(next) => { decision.onChange(next); set('withBenefit', next === 'approved' ? usual ?? true : null) }} options={(['pending', 'approved', 'unauthorised'] as const).map((value) => ({ value, label: t(`decision.${value}`) }))} />
    {values.decision === 'approved' && <RadioGroup id={benefit.id} name={benefit.name} label={benefit.label} error={benefit.error} value={values.withBenefit === null || values.withBenefit === undefined ? undefined : values.withBenefit ? 'yes' : 'no'} onChange={(next) => set('withBenefit', next === 'yes')}
      description={usual === undefined ? undefined : t('absence.usual', { what: t(usual ? 'absence.withBenefitYes' : 'absence.withBenefitNo') })} options={[{ value: 'yes', label: t('absence.withBenefitYes') }, { value: 'no', label: t('absence.withBenefitNo') }]} />}
    {values.decision === 'unauthorised' && <Notice tone="warning">{t('absence.unauthorisedConsequence')}</Notice>}
    <TextArea {...field('decisionNote', t('absence.note'))} description={t('absence.noteHelp')} rows={3} />
  </>
}

/** An absence with its kind, papers and decision. What the rules say stands beside; the adviser decides. */
export function AbsenceForm({ month, initial, onDone }: { month: Month; initial: Partial<AbsenceValues>; onDone: () => void }) {
  const t = useText('attendance')
  const save = useCommand('programme.saveAbsence', { refreshes: showsAbsence, success: t('absence.saved'), onDone })
  return (
    <Form schema={SaveAbsenceInput} submit={t('absence.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onDone} onReload={() => { void save.refresh() }}
      initial={{ welfareReason: null, childBirthDate: null, minutesEachDay: null, isAbroad: false, certification: 'none', documentedOn: null, decision: 'pending', withBenefit: null, decisionNote: null, correctsId: null, reportId: null, ...initial }}>
      {(tools) => <>{initial.correctsId && <Notice>{t('absence.correctHelp')}</Notice>}<What tools={tools} month={month} /><Papers tools={tools} month={month} /><Decided tools={tools} month={month} /></>}
    </Form>
  )
}
