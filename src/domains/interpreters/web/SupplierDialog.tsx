import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Modality } from '../booking.schema.ts'
import { SaveSupplierInput } from '../interpreters.schema.ts'

type Supplier = Output<'interpreters.getInterpreterSettings'>['suppliers'][number]

/** Adds a service, or changes one. */
export function SupplierDialog({ id, supplier, onClose }: { id: string; supplier?: Supplier; onClose: () => void }) {
  const t = useText('interpreters')
  const { languages, languageName } = useNames()
  const save = useCommand('interpreters.saveSupplier', { refreshes: ['interpreters.getInterpreterSettings', 'interpreters.getBooking'], success: t('supplier.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={supplier?.name ?? t('admin.addSupplier')} wide>
      <Form schema={SaveSupplierInput} initial={supplier ?? { id, email: null, phone: null, languages: [], modalities: ['present', 'video', 'phone'], freeCancelHours: 24, isActive: true }} submit={t('supplier.save')} onSubmit={(values) => save.run({ ...values, languages: values.languages ?? [] })}
        refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={() => { void save.refresh() }}>
        {({ field, set }) => <>
          <TextField {...field('name', t('supplier.name'))} />
          <TextField {...field('email', t('supplier.email'))} type="email" description={t('supplier.emailHelp')} />
          <TextField {...field('phone', t('supplier.phone'))} type="tel" width="medium" />
          <MultiCombobox {...field('languages', t('supplier.languages'))} optional description={t('supplier.languagesHelp')} options={languages} labelOf={languageName} onChange={(next) => set('languages', next ?? [])} />
          <CheckboxGroup {...field('modalities', t('field.modality'))} options={Modality.options.map((value) => ({ value, label: t(`modality.${value}`) }))} />
          <NumberField {...field('freeCancelHours', t('supplier.freeHours'))} unit={t('supplier.hoursUnit')} description={t('supplier.freeHelp')} />
          {supplier && <Checkbox {...field('isActive', t('supplier.isActive'))} />}
        </>}
      </Form>
    </Dialog>
  )
}
