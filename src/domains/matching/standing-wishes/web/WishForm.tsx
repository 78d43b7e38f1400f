import { PhysicalDemand, ReachableBy } from '#domains/opportunities/opening.schema.ts'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFindText, useText } from '#web/i18n.tsx'
import { useGo } from '#web/routing.ts'
import { OccupationField } from '#web/OccupationField.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveWishInput } from '../wish.schema.ts'
import { DemandFields } from './DemandFields.tsx'
import type { WishValues } from './wishTools.ts'
import { showsWishes } from './words.ts'

type Props = { initial: Partial<WishValues> & { id: string; employerId: string }; occupationName?: string | null }

/** What an employer would say yes to. There is no field for age, sex, origin or faith. */
export function WishForm({ initial, occupationName }: Props) {
  const t = useText('standing-wishes')
  const find = useFindText()
  const go = useGo()
  const save = useCommand('matching.saveStandingWish', { refreshes: showsWishes, success: t('form.saved'), onDone: ({ id }) => go(`/standing-wishes/${id}`) })
  const word = (key: string): string => find(key, 'matching') ?? key
  return (
    <Form schema={SaveWishInput} initial={initial} submit={t('form.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} draft={`matching.wish.${initial.id}`}
      onCancel={() => go(initial.version === undefined ? `/employers/${initial.employerId}` : `/standing-wishes/${initial.id}`)} onReload={() => { void save.refresh() }}>
      {(tools) => <>
        <Section title={t('page.asks')} description={t('form.help')}><div className="stack">
          <TextField {...tools.field('title', t('form.title'))} description={t('form.titleHelp')} />
          <OccupationField {...tools.field('occupationCode', t('form.occupation'))} valueLabel={occupationName ?? undefined} />
          <TextArea {...tools.field('tasks', t('form.tasks'))} />
          <div className="split"><NumberField {...tools.field('hoursPerWeek', t('form.hours'))} /><DateField {...tools.field('since', t('form.since'))} /></div>
        </div></Section>
        <DemandFields tools={tools} />
        <Section title={t('form.physical')}><div className="stack">
          <CheckboxGroup {...tools.field('physicalDemands', t('form.physical'))} options={PhysicalDemand.options.map((value) => ({ value, label: word(`physical.${value}`) }))} />
          <CheckboxGroup {...tools.field('reachableBy', t('form.reachable'))} options={ReachableBy.options.map((value) => ({ value, label: word(`transport.${value}`) }))} />
        </div></Section>
      </>}
    </Form>
  )
}
