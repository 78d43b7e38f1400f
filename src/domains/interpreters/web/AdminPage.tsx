import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { SaveLeadDaysInput } from '../interpreters.schema.ts'
import { SupplierDialog } from './SupplierDialog.tsx'

type Settings = Output<'interpreters.getInterpreterSettings'>

function LeadDays({ settings: { leadDays, version, isUsual } }: { settings: Settings }) {
  const t = useText('interpreters')
  const save = useCommand('interpreters.saveLeadDays', { refreshes: ['interpreters.getInterpreterSettings', 'interpreters.getBookingOptions'], success: t('admin.leadSaved') })
  return (
    <Section title={t('admin.lead')} description={t('admin.leadHelp')}>
      {isUsual && <p>{t('admin.usual')}</p>}
      <Form schema={SaveLeadDaysInput} initial={{ ...leadDays, version }} submit={t('admin.saveLead')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onReload={() => { void save.refresh() }}>
        {({ field }) => <div className="form__row">{(['present', 'video', 'phone'] as const).map((one) => <NumberField key={one} {...field(one, t(`modality.${one}`))} unit={t('admin.days')} />)}</div>}
      </Form>
    </Section>
  )
}

function Suppliers({ suppliers }: Pick<Settings, 'suppliers'>) {
  const t = useText('interpreters')
  const { languageName } = useNames()
  const [open, setOpen] = useState<{ id: string; supplier?: Settings['suppliers'][number] }>()
  const add = <Button icon="plus" onClick={() => setOpen({ id: newId() })}>{t('admin.addSupplier')}</Button>
  return (
    <Section title={t('admin.suppliers')} count={suppliers.length} description={t('admin.suppliersHelp')} actions={suppliers.length > 0 && add}>
      {suppliers.length === 0 ? <EmptyState title={t('admin.noSuppliers')} action={add}>{t('admin.noSuppliersHelp')}</EmptyState> : <Table caption={t('admin.suppliers')} hideCaption rows={suppliers} rowKey={({ id }) => id} columns={[
        { key: 'name', header: t('supplier.name'), names: true, cell: (one) => <>{one.name} {!one.isActive && <Tag>{t('supplier.notUsed')}</Tag>}</> },
        { key: 'reach', header: t('supplier.reach'), cell: (one) => <>{one.email}{one.email && one.phone && <br />}{one.phone}</> },
        { key: 'languages', header: t('supplier.languages'), cell: (one) => (one.languages.length === 0 ? t('supplier.languagesUnknown') : one.languages.map(languageName).join(', ')) },
        { key: 'modalities', header: t('field.modality'), cell: (one) => one.modalities.map((way) => t(`modality.${way}`)).join(', ') },
        { key: 'free', header: t('supplier.freeHours'), align: 'end', cell: (one) => t('supplier.hours', { hours: one.freeCancelHours }) },
        { key: 'change', header: t('supplier.actions'), cell: (supplier) => <Button kind="quiet" onClick={() => setOpen({ id: supplier.id, supplier })}>{t('action.change')}<span className="ds-sr-only"> {supplier.name}</span></Button> },
      ]} />}
      {open && <SupplierDialog key={open.id} {...open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

/** The administrator's: the services the municipality orders interpreters from, and how long before they are to be asked. */
export function AdminPage() {
  const t = useText('interpreters')
  return (
    <>
      <PageHeader title={t('admin.title')} description={t('admin.description')} />
      <Loaded query={useApi('interpreters.getInterpreterSettings', {})} rows={6}>{(settings) => <div className="stack"><Suppliers suppliers={settings.suppliers} /><LeadDays settings={settings} /></div>}</Loaded>
    </>
  )
}
