import { useDeferredValue, useState } from 'react'
import { z } from 'zod'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useFilters, useGo } from '#web/routing.ts'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { FieldProps, LabelProps } from '#web/ui/field.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { AgreementKind, BeganFrom, StartAgreementInput } from '../agreement.schema.ts'

const optionalId = z.uuid().optional().catch(undefined)
const Address = z.object({ from: BeganFrom.optional().catch(undefined), personId: optionalId, employerId: optionalId, openingId: optionalId, presentationId: optionalId })

/** Begins an agreement: only what is not known from where one came is asked (PLA-21). */
export function NewAgreementPage() {
  const t = useText('placements')
  const go = useGo()
  const [{ from, ...known }] = useFilters(Address)
  const [id] = useState(newId)
  const start = useCommand('placements.startAgreement', { refreshes: ['placements.listAgreements'], onDone: (made) => go(`/placements/${made.id}`, { replace: true }) })
  const asksEmployer = known.openingId === undefined && known.presentationId === undefined
  const asksBegan = from === undefined
  return (
    <>
      <PageHeader title={t('new.title')} crumbs={[{ label: t('list.title'), to: '/placements' }]} description={t('new.description')} />
      <Form schema={StartAgreementInput} initial={{ ...known, id, beganFrom: from ?? (known.presentationId ? 'match' : undefined) }} submit={t('new.begin')} onSubmit={start.run} refusals={start.refusals} pending={start.pending}>
        {({ field }) => <>
          {!asksEmployer && <Notice>{t('new.prefilled')}</Notice>}
          <PersonChoice field={field('personId', t('column.who'))} />
          {asksEmployer && <EmployerChoice field={{ ...field('employerId', t('column.employer')), optional: false }} />}
          {asksBegan && known.presentationId === undefined && <RadioGroup {...field('beganFrom', t('new.beganFrom'))} options={(['call', 'visit', 'person'] as const).map((value) => ({ value, label: t(`beganFrom.${value}`) }))} />}
          <RadioGroup {...field('kind', t('doc.kind'))} options={AgreementKind.options.map((value) => ({ value, label: t(`kind.${value}`), description: t(`kind.${value}.what`) }))} />
        </>}
      </Form>
    </>
  )
}

function PersonChoice({ field }: { field: FieldProps<string> & LabelProps }) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const people = useApi('people.listPeople', { text: asked, sort: 'nearness' }, { enabled: asked.length > 1, keep: true })
  const chosen = useApi('people.getPerson', { personId: field.value ?? '' }, { enabled: Boolean(field.value) && text === '' })
  const options = (people.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.givenName} ${row.familyName}`, description: row.adviserName ?? undefined }))
  return <Combobox {...field} options={options} onSearch={setText} searching={people.isFetching} valueLabel={chosen.data && `${chosen.data.givenName} ${chosen.data.familyName}`} />
}

function EmployerChoice({ field }: { field: FieldProps<string> & LabelProps }) {
  const t = useText('placements')
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const employers = useApi('employers.listEmployers', { text: asked, kind: 'underenhet' }, { enabled: asked.length > 1, keep: true })
  const chosen = useApi('employers.getEmployer', { employerId: field.value ?? '' }, { enabled: Boolean(field.value) && text === '' })
  const options = (employers.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name, description: row.place ?? undefined }))
  return <Combobox {...field} description={t('new.employerHelp')} options={options} onSearch={setText} searching={employers.isFetching} valueLabel={chosen.data?.name} />
}
