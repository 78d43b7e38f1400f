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
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { PlainDate } from '#shared/date.ts'
import { ELEMENTS } from '../course.schema.ts'
import { measureOf } from '../element.core.ts'
import { CreditKind, SaveCreditInput } from '../road.schema.ts'
import type { RoadPage } from './words.ts'
import { showsCourses } from './words.ts'

type Credit = RoadPage['credits'][number]

function CreditDialog({ personId, credit, onClose }: { personId: string; credit?: Credit; onClose: () => void }) {
  const t = useText('courses')
  const [id] = useState(newId)
  const today = PlainDate.parse(useMe().today)
  const save = useCommand('programme.saveCredit', { refreshes: showsCourses, success: t('credits.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('credits.dialog')}>
      <p>{t('credits.help')}</p>
      <Form schema={SaveCreditInput} initial={credit ? { ...credit, personId } : { id, personId, kind: 'done_elsewhere', amount: null, onDate: today }} submit={t('credits.save')} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={() => { void save.refresh() }}
        onSubmit={(values) => save.run({ ...values, amount: values.kind === 'done_elsewhere' ? values.amount : null })}>
        {({ field, values }) => <>
          <Select {...field('element', t('credits.element'))} options={ELEMENTS.map((value) => ({ value, label: t(`element.${value}`) }))} />
          <RadioGroup {...field('kind', t('credits.kind'))} options={CreditKind.options.map((value) => ({ value, label: t(`creditKind.${value}`) }))} />
          {values.kind === 'done_elsewhere' && <NumberField {...field('amount', t('credits.amount', { measure: values.element ? measureOf(values.element) : 'hours' }))} description={t('credits.amountHelp')} />}
          <DateField {...field('onDate', t('credits.onDate'))} />
          <TextField {...field('ground', t('credits.ground'))} description={t('credits.groundHelp')} />
        </>}
      </Form>
    </Dialog>
  )
}

/** What was done elsewhere or need not be done: from which day, and on what ground. */
export function CreditsSection({ road }: { road: RoadPage }) {
  const t = useText('courses')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState<Credit | 'new'>()
  const [removing, setRemoving] = useState<Credit>()
  const remove = useCommand('programme.removeCredit', { refreshes: showsCourses, success: t('credits.removed'), onDone: () => setRemoving(undefined) })
  return (
    <Section title={t('credits.title')} count={road.credits.length} description={t('credits.help')} actions={<Button icon="plus" onClick={() => setOpen('new')}>{t('credits.add')}</Button>}>
      {road.credits.length === 0 ? <p className="unknown">{t('credits.none')}</p> : <ul className="course-steps">{road.credits.map((credit) => { const name = t(`element.${credit.element}`); return (
        <li key={credit.id} className="course-step">
          <div className="standing__head"><h3>{name}</h3><span className="cluster"><Button kind="quiet" icon="edit" onClick={() => setOpen(credit)}>{t('credits.change')}<span className="ds-sr-only"> {name}</span></Button><Button kind="quiet" icon="bin" onClick={() => setRemoving(credit)}>{t('credits.remove')}<span className="ds-sr-only"> {name}</span></Button></span></div>
          <p>{t(`creditKind.${credit.kind}`)} · {formatDate(credit.onDate)}{credit.amount !== null && ` · ${t(measureOf(credit.element) === 'meetings' ? 'card.meetings' : 'card.hours', { hours: credit.amount, meetings: credit.amount })}`}</p>
          <p className="course-card__quiet">{credit.ground}</p>
        </li>) })}</ul>}
      {open !== undefined && <CreditDialog personId={road.personId} credit={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
      <ConfirmDialog open={removing !== undefined} onClose={() => setRemoving(undefined)} onConfirm={() => { if (removing) void remove.run({ id: removing.id }) }} title={t('credits.removeTitle')} consequences={[t('credits.removeConsequence')]} confirm={t('credits.remove')} danger pending={remove.pending} refusals={remove.refusals} />
    </Section>
  )
}
