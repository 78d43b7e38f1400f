import { useState } from 'react'
import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { INCOME_KINDS } from '../basis.core.ts'
import type { PersonBenefit } from '../benefit.schema.ts'
import { isEarned } from '../benefit.schema.ts'
import { showsPerson, useKroner } from './words.ts'

type Income = PersonBenefit['incomes'][number]
const Typed = z.object({ kind: z.enum(INCOME_KINDS), monthlyOre: z.number().min(0).max(1_000_000), monthlyHours: z.number().min(0).max(300).nullable(), earned: z.enum(['yes', 'no']).nullable(), fromOn: PlainDate, toOn: PlainDate.nullable(), document: z.string().trim().max(200).nullable() })

function IncomeDialog({ personId, income, open, onClose }: { personId: string; income: Income | null; open: boolean; onClose: () => void }) {
  const t = useText('benefit')
  const [fresh, setFresh] = useState(newId)
  const save = useCommand('programme.saveBenefitIncome', { refreshes: showsPerson, success: t('income.saved'), onDone: () => { setFresh(newId()); onClose() } })
  const initial = income === null ? { monthlyHours: null, earned: null, toOn: null, document: null } : { ...income, monthlyOre: income.monthlyOre / 100, earned: income.earnedBefore === null ? null : income.earnedBefore ? 'yes' as const : 'no' as const }
  return (
    <Dialog open={open} onClose={onClose} title={t('income.title')}>
      <Form schema={Typed} initial={initial} submit={t('terms.save')} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={save.refresh}
        onSubmit={({ kind, monthlyOre, monthlyHours, earned, fromOn, toOn, document }) => save.run({ id: income?.id ?? fresh, personId, version: income?.version ?? null, kind, monthlyOre: Math.round(monthlyOre * 100), monthlyHours: kind === 'paid_work' ? monthlyHours : null,
          earnedBefore: isEarned(kind) && earned !== null ? earned === 'yes' : null, fromOn, toOn, document: document || null })}>
        {({ field, values }) => <>
          <Select {...field('kind', t('income.kind'))} options={INCOME_KINDS.map((value) => ({ value, label: t(`income.${value}`) }))} />
          <NumberField {...field('monthlyOre', t('income.amount'))} unit="kr" />
          {values.kind === 'paid_work' && <NumberField {...field('monthlyHours', t('income.hours'))} />}
          {values.kind !== undefined && isEarned(values.kind) && <RadioGroup {...field('earned', t('income.earned'))} description={t('income.earnedHelp')} options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))} />}
          <DateField {...field('fromOn', t('income.from'))} />
          <DateField {...field('toOn', t('income.to'))} />
          <TextField {...field('document', t('income.document'))} description={t('income.documentHelp')} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Other benefits that are deducted, and paid work in the programme. */
export function IncomesSection({ benefit }: { benefit: PersonBenefit }) {
  const t = useText('benefit')
  const kroner = useKroner()
  const { formatDate } = useFormat()
  const [open, setOpen] = useState<Income | 'new' | null>(null)
  const columns: Column<Income>[] = [
    { key: 'kind', header: t('income.kind'), names: true, cell: (row) => t(`income.${row.kind}`) },
    { key: 'amount', header: t('income.amount'), align: 'end', cell: (row) => kroner(row.monthlyOre) },
    { key: 'period', header: t('income.from'), cell: (row) => t('income.period', { from: formatDate(row.fromOn), to: row.toOn === null ? t('income.until') : formatDate(row.toOn) }) },
    { key: 'document', header: t('income.document'), cell: (row) => row.document ?? '–' },
    { key: 'edit', header: t('terms.edit'), cell: (row) => <Button kind="quiet" icon="edit" onClick={() => setOpen(row)}>{t('terms.edit')}</Button> },
  ]
  return (
    <Section title={t('income.title')} description={t('income.help')} actions={<Button icon="plus" onClick={() => setOpen('new')}>{t('income.add')}</Button>}>
      {benefit.incomes.length === 0 ? <p>{t('income.none')}</p> : <Table caption={t('income.title')} hideCaption columns={columns} rows={benefit.incomes} rowKey={({ id }) => id} />}
      <IncomeDialog personId={benefit.personId} income={open === 'new' ? null : open} open={open !== null} onClose={() => setOpen(null)} />
    </Section>
  )
}
