import { useState } from 'react'
import { CEFR_LEVELS, LANGUAGE_SKILLS } from '#shared/cefr.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useFindText, useLocale, useText } from '#web/i18n.tsx'
import { OccupationField } from '#web/OccupationField.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { z } from 'zod'
import type { PricedPart, Scenario } from '../what-if.schema.ts'
import { WAYS } from '../what-if.schema.ts'
import { PART_KINDS, PartForms, pricedOf, type PartKind } from './partForms.ts'
import type { Choices } from './words.ts'

type Tools<K extends PartKind> = FormTools<z.input<(typeof PartForms)[K]>>
const levels = CEFR_LEVELS.map((value) => ({ value, label: value }))
const asOptions = (list: Choices['openings']) => list.map(({ id, name }) => ({ value: id, label: name }))

/** Words of the match pages: levels, ways and kinds are called the same everywhere. */
function useOptions() {
  const find = useFindText()
  const { locale } = useLocale()
  const weekday = (day: number): string => new Intl.DateTimeFormat([`${locale}-NO`, 'no'], { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2021, 0, 3 + day)))
  const words = <V extends string>(keys: readonly V[], prefix: string) => keys.map((value) => ({ value, label: find(`${prefix}.${value}`, 'matching') ?? value }))
  return { ways: words(WAYS, 'transport'), skills: words(LANGUAGE_SKILLS, 'skill'), kinds: words(['practice_place', 'vacancy'] as const, 'opening'), weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekday(day) })) }
}

function PlacesFields({ field }: Tools<'places'>) {
  const t = useText('scenarios')
  const { ways, weekdays } = useOptions()
  return <>
    <NumberField {...field('count', t('field.count'))} />
    <TextField {...field('title', t('field.title'))} />
    <OccupationField {...field('occupationCode', t('field.occupation'))} />
    <Select {...field('level', t('field.level'))} options={levels} empty={t('field.noLevel')} />
    <CheckboxGroup {...field('weekdays', t('field.weekdays'))} options={weekdays} />
    <div className="form__row"><TextField {...field('from', t('field.from'))} width="short" description={t('field.time')} /><TextField {...field('to', t('field.to'))} width="short" description={t('field.time')} /></div>
    <CheckboxGroup {...field('reachableBy', t('field.reachableBy'))} options={ways} />
  </>
}

function LevelFields({ field, choices }: Tools<'level'> & { choices: Choices }) {
  const t = useText('scenarios')
  const { kinds } = useOptions()
  return <>
    <p className="what-if-quiet">{t('levelHelp')}</p>
    <div className="form__row"><Select {...field('from', t('field.fromLevel'))} options={levels} /><Select {...field('to', t('field.toLevel'))} options={levels} /></div>
    <Combobox {...field('employerId', t('field.employer'))} options={asOptions(choices.employers)} />
    <TextField {...field('occupation', t('field.occupationGroup'))} width="short" description={t('field.occupationGroupHelp')} />
    <Select {...field('kind', t('field.kind'))} options={kinds} empty={t('field.bothKinds')} />
  </>
}

function TravelFields({ field, choices }: Tools<'travel'> & { choices: Choices }) {
  const t = useText('scenarios')
  const { ways } = useOptions()
  return <>
    <Select {...field('way', t('field.way'))} options={ways} />
    <MultiCombobox {...field('to', t('field.towns'))} description={t('field.townsHelp')} options={choices.towns.map((value) => ({ value, label: value }))} />
    <TextField {...field('earliest', t('field.earliest'))} width="short" description={t('field.earliestHelp')} />
  </>
}

function CourseFields({ field, values }: Tools<'course'>) {
  const t = useText('scenarios')
  const { skills } = useOptions()
  return <>
    <Select {...field('gives', t('field.gives'))} options={(['level', 'certificate', 'skill'] as const).map((value) => ({ value, label: t(`gives.${value}`) }))} />
    {values.gives === 'level' ? <Select {...field('skill', t('field.skill'))} options={skills} optional={false} /> : <TextField {...field('name', t('field.courseName'))} optional={false} />}
    <NumberField {...field('seats', t('field.seats'))} description={t('field.seatsHelp')} />
  </>
}

type Props = { kind: PartKind; choices: Choices; unit: Scenario['unit']; onDone: (part: PricedPart) => void; onClose: () => void }
/** One kind of part, with its cost. */
function PartForm({ kind, choices, unit, onDone, onClose }: Props) {
  const t = useText('scenarios')
  const common = { submit: t('addPart'), onCancel: onClose }
  const cost = ({ field }: Pick<FormTools<{ cost: number }>, 'field'>) => <NumberField {...field('cost', t('field.cost'))} unit={t(`unit.${unit}`)} description={t('field.costHelp')} />
  const send = async (part: PricedPart) => { onDone(part); return part }
  switch (kind) {
    case 'like': return <Form {...common} schema={PartForms.like} initial={{ cost: 0 }} onSubmit={(typed) => send(pricedOf('like', typed))}>{(tools) => <>
      <NumberField {...tools.field('count', t('field.count'))} /><Combobox {...tools.field('like', t('field.like'))} options={asOptions(choices.openings)} />{cost(tools)}</>}</Form>
    case 'places': return <Form {...common} schema={PartForms.places} initial={{ cost: 0, weekdays: ['1', '2', '3', '4', '5'], from: '08:00', to: '14:00' }} onSubmit={(typed) => send(pricedOf('places', typed))}>{(tools) => <><PlacesFields {...tools} />{cost(tools)}</>}</Form>
    case 'travel': return <Form {...common} schema={PartForms.travel} initial={{ cost: 0, way: 'bus' }} onSubmit={(typed) => send(pricedOf('travel', typed))}>{(tools) => <><TravelFields {...tools} choices={choices} />{cost(tools)}</>}</Form>
    case 'level': return <Form {...common} schema={PartForms.level} initial={{ cost: 0 }} onSubmit={(typed) => send(pricedOf('level', typed))}>{(tools) => <><LevelFields {...tools} choices={choices} />{cost(tools)}</>}</Form>
    case 'course': return <Form {...common} schema={PartForms.course} initial={{ cost: 0, gives: 'level', skill: 'spoken_interaction', seats: 15 }} onSubmit={(typed) => send(pricedOf('course', typed))}>{(tools) => <><CourseFields {...tools} />{cost(tools)}</>}</Form>
    case 'licence': return <Form {...common} schema={PartForms.licence} initial={{ cost: 0, name: 'B', seats: 5 }} onSubmit={(typed) => send(pricedOf('licence', typed))}>{(tools) => <>
      <TextField {...tools.field('name', t('field.licence'))} width="short" /><NumberField {...tools.field('seats', t('field.people'))} description={t('field.seatsHelp')} />{cost(tools)}</>}</Form>
    case 'childcare': return <Form {...common} schema={PartForms.childcare} initial={{ cost: 0, until: '17:00' }} onSubmit={(typed) => send(pricedOf('childcare', typed))}>{(tools) => <>
      <TextField {...tools.field('until', t('field.until'))} width="short" description={t('field.time')} /><NumberField {...tools.field('seats', t('field.childcareSeats'))} description={t('field.childcareSeatsHelp')} />{cost(tools)}</>}</Form>
  }
}

/** Adds something that could be otherwise to a scenario. */
export function PartDialog({ open, onClose, ...rest }: Omit<Props, 'kind'> & { open: boolean }) {
  const t = useText('scenarios')
  const [kind, setKind] = useState<PartKind>()
  const close = (): void => { setKind(undefined); onClose() }
  return (
    <Dialog open={open} onClose={close} title={t('partTitle')}>
      <div className="what-if-ask">
      <Select label={t('field.what')} value={kind} onChange={setKind} options={PART_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      {kind && <PartForm key={kind} kind={kind} {...rest} onDone={(part) => { rest.onDone(part); close() }} onClose={close} />}
      </div>
    </Dialog>
  )
}
