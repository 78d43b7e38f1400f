import { PlainDate } from '#shared/date.ts'
import { useCommand, type Output } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { useNames } from '#web/names.ts'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { assistantFor, leadTime } from '../booking.core.ts'
import { Kind, Modality, Purpose, SaveBookingInput } from '../booking.schema.ts'
import { LateNotice } from './LateNotice.tsx'
import { showsBookings, type Values } from './words.ts'
import { WhomFields } from './WhomFields.tsx'

type Options = Output<'interpreters.getBookingOptions'>
type Tools = FormTools<Values>

/** In which language, and which if that cannot be had. */
function LanguageFields({ field }: Pick<Tools, 'field'>) {
  const t = useText('interpreters')
  const { languages, languageName } = useNames()
  const [first, second] = [field('language', t('field.language')), field('secondLanguage', t('field.secondLanguage'))]
  return (
    <div className="form__row">
      <Combobox {...first} options={languages} valueLabel={first.value ? languageName(first.value) : undefined} />
      <TextField {...field('dialect', t('field.dialect'))} />
      <Combobox {...second} options={languages} valueLabel={second.value ? languageName(second.value) : undefined} />
    </div>
  )
}

/** What for, and who may carry it. */
function PurposeFields({ field, values, isGroup }: Pick<Tools, 'field' | 'values'> & { isGroup: boolean }) {
  const t = useText('interpreters')
  const may = values.purpose && values.kind === 'assistant' ? assistantFor(values.purpose) : 'may'
  return (
    <>
      <Select {...field('purpose', t('field.purpose'))} options={Purpose.options.filter((one) => !isGroup || one !== 'health').map((value) => ({ value, label: t(`purpose.${value}`) }))} />
      {values.purpose === 'health' && <Notice>{t('form.healthHelp')}</Notice>}
      <RadioGroup {...field('kind', t('field.kind'))} options={Kind.options.map((value) => ({ value, label: t(`kind.${value}`), description: t(`kindHelp.${value}`) }))} />
      {may !== 'may' && <Notice tone="warning" title={t(`assistant.${may}`)}><p>{t('assistant.why')}</p></Notice>}
    </>
  )
}

/** When and how, with a warning where that is soon. */
function WhenFields({ field, values, set, options }: Tools & { options: Options }) {
  const t = useText('interpreters')
  const today = PlainDate.parse(useMe().today)
  const day = PlainDate.safeParse(values.onDay)
  const lead = day.success && values.modality && day.data >= today ? leadTime(values.modality, day.data, options.leadDays, today) : undefined
  return (
    <>
      <RadioGroup {...field('modality', t('field.modality'))} options={Modality.options.map((value) => ({ value, label: t(`modality.${value}`), description: t('form.leadHelp', { days: options.leadDays[value] }) }))} />
      <div className="form__row">
        <DateField {...field('onDay', t('field.onDay'))} />
        <TextField {...field('fromTime', t('field.fromTime'))} width="short" description={t('form.timeHelp')} />
        <NumberField {...field('minutes', t('field.minutes'))} unit={t('form.minutes')} description={t('form.minutesHelp')} />
      </div>
      {lead?.isLate && <LateNotice lead={lead} onChoose={(modality) => set('modality', modality)} />}
      <TextField {...field('place', t(values.modality === 'present' ? 'field.place' : 'field.connect'))} optional={values.modality !== 'present'} description={t('form.placeHelp')} />
    </>
  )
}

/** What is asked for. Never more of her than a service may hear: the order carries no name. */
export function BookingForm({ initial, options, onDone, onCancel }: { initial: Partial<Values>; options: Options; onDone: (id: string) => void; onCancel?: () => void }) {
  const t = useText('interpreters')
  const { account } = useMe()
  const isGroup = !initial.personId
  const save = useCommand('interpreters.saveBooking', { refreshes: showsBookings, success: ({ told }) => t(`form.saved.${told ?? 'kept'}`), onDone: ({ id }) => onDone(id) })
  const person = options.person
  const blank = { personId: null, others: [], groupName: null, activityId: null, dialect: null, secondLanguage: null, modality: 'present' as const, kind: 'qualified' as const, minutes: 60, place: null, meetsId: account.id, wantedGender: null, language: person?.language ?? undefined }
  return (
    <Form schema={SaveBookingInput} initial={{ ...blank, ...initial }} submit={t('form.save')} onSubmit={(values) => save.run(values)} refusals={save.refusals} pending={save.pending} onCancel={onCancel} onReload={() => { void save.refresh() }}>
      {(tools) => <>
        <WhomFields {...tools} options={options} isGroup={isGroup} />
        <PurposeFields {...tools} isGroup={isGroup} />
        <LanguageFields field={tools.field} />
        <WhenFields {...tools} options={options} />
        <Combobox {...tools.field('meetsId', t('field.meets'))} options={options.colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
        <Select {...tools.field('wantedGender', t('field.gender'))} empty={t('gender.any')} options={(['female', 'male'] as const).map((value) => ({ value, label: t(`gender.${value}`) }))} />
        {person && person.unwanted.length > 0 && <p>{t('form.unwanted')}: <bdi>{person.unwanted.join(', ')}</bdi></p>}
      </>}
    </Form>
  )
}
