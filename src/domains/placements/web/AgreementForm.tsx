import { useState } from 'react'
import { PlainDate } from '#shared/date.ts'
import { useCommand } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useToast } from '#web/ui/Toasts.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { agreementKinds } from '../agreement-kinds.core.ts'
import { missingParts } from '../agreement.core.ts'
import type { MissingPart } from '../agreement.schema.ts'
import { AgreementKind, SaveAgreementInput } from '../agreement.schema.ts'
import type { Agreement } from './agreementShown.ts'
import { FollowUpPlan } from './FollowUpPlan.tsx'
import { MissingList } from './MissingList.tsx'
import { WeekEditor } from './WeekEditor.tsx'
import { showsAgreement } from './words.ts'
import type { z } from 'zod'

type Values = z.input<typeof SaveAgreementInput>
type Tools = FormTools<Values>
type Props = { agreement: Agreement; onDone: () => void; onCancel?: () => void }

/** Before it is agreed the plan of follow-up is written here; later in the panel of follow-up. */
const plansHere = ({ state }: Agreement): boolean => state === 'draft' || state === 'waiting'

const initialOf = (a: Agreement): Values => ({
  id: a.id, version: a.version, kind: a.kind, purpose: a.purpose, tasks: a.tasks, learningGoals: a.learningGoals, languageGoals: a.languageGoals, speaksNorwegianWith: a.speaksNorwegianWith,
  expectations: a.expectations, fromDate: a.fromDate, toDate: a.toDate, schedule: a.schedule, supervisorContactId: a.supervisorContactId, signingContactId: a.signingContactId,
  responsibleId: a.responsibleId, navReference: a.navReference, ...(plansHere(a) ? { followUps: a.followUps } : {}) })

/** What is still missing in what has been typed so far. */
function missingIn(values: Partial<Values>, saved: Agreement): MissingPart[] {
  const day = (value: unknown): PlainDate | null => PlainDate.safeParse(value).data ?? null
  const read = SaveAgreementInput.safeParse({ ...values, fromDate: day(values.fromDate), toDate: day(values.toDate), id: saved.id, version: saved.version, kind: values.kind ?? saved.kind })
  return read.success ? missingParts({ ...read.data, followUps: read.data.followUps ?? saved.followUps }) : []
}

/** The whole agreement, to be written on one page; beside it what it still lacks. */
export function AgreementForm({ agreement, onDone, onCancel }: Props) {
  const t = useText('placements')
  const toast = useToast()
  const [initial, setInitial] = useState(() => initialOf(agreement))
  const save = useCommand('placements.saveAgreement', { refreshes: showsAgreement, onDone: ({ withdrawn }) => { toast(t(withdrawn.length > 0 ? 'saved.withdrawn' : 'saved')); onDone() } })
  if (initial.version !== agreement.version) setInitial(initialOf(agreement))
  return (
    <div className="agreement-form">
      <Form schema={SaveAgreementInput} initial={initial} draft={`placements.${agreement.id}`} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending}
        onReload={() => { void save.refresh().then(save.reset) }} onCancel={onCancel}>
        {(tools) => <div className="agreement-form__columns">
          <div className="stack">
            <ContentFields tools={tools} />
            <PeriodFields tools={tools} agreement={agreement} />
            <PeopleFields tools={tools} agreement={agreement} />
          </div>
          <MissingList missing={missingIn(tools.values, agreement)} />
        </div>}
      </Form>
    </div>
  )
}

/** Fields marked as optional where this kind of agreement does without them. */
function useFields({ field, values }: Tools) {
  const needs: readonly string[] = values.kind ? agreementKinds[values.kind].needs : []
  return <P extends Parameters<Tools['field']>[0]>(path: P, label: string) => ({ ...field(path, label), optional: !needs.includes(path) })
}

function ContentFields({ tools }: { tools: Tools }) {
  const t = useText('placements')
  const field = useFields(tools)
  return (
    <Section title={t('form.content')}>
      <div className="form">
        <Select {...tools.field('kind', t('doc.kind'))} options={AgreementKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} description={tools.values.kind && t(`kind.${tools.values.kind}.what`)} />
        <TextArea {...field('purpose', t('doc.purpose'))} description={t('form.purpose.help')} rows={2} />
        <TextArea {...field('tasks', t('doc.tasks'))} description={t('form.tasks.help')} rows={3} />
        <TextArea {...field('learningGoals', t('doc.learningGoals'))} description={t('form.learningGoals.help')} rows={2} />
        <TextArea {...field('languageGoals', t('doc.languageGoals'))} description={t('form.languageGoals.help')} rows={2} />
        <TextArea {...field('speaksNorwegianWith', t('doc.speaksNorwegianWith'))} description={t('form.speaks.help')} rows={2} />
        <TextArea {...field('expectations', t('doc.expectations'))} description={t('form.expectations.help')} rows={3} />
      </div>
    </Section>
  )
}

function PeriodFields({ tools, agreement }: { tools: Tools; agreement: Agreement }) {
  const t = useText('placements')
  const field = useFields(tools)
  const { values } = tools
  return (
    <Section title={t('form.period')}>
      <div className="form">
        <div className="cluster agreement-form__dates"><DateField {...field('fromDate', t('form.from'))} /><DateField {...field('toDate', t('form.to'))} /></div>
        <WeekEditor schedule={values.schedule ?? []} onChange={(schedule) => tools.set('schedule', schedule)} />
        {plansHere(agreement) && <FollowUpPlan from={values.fromDate ?? null} to={values.toDate ?? null} plan={values.followUps ?? []} onChange={(followUps) => tools.set('followUps', followUps)} />}
      </div>
    </Section>
  )
}

function PeopleFields({ tools, agreement }: { tools: Tools; agreement: Agreement }) {
  const t = useText('placements')
  const field = useFields(tools)
  const contacts = agreement.contacts.map(({ id, name, title }) => ({ value: id, label: title === null ? name : `${name}, ${title}` }))
  const navs = tools.values.kind !== undefined && agreementKinds[tools.values.kind].isNavs
  return (
    <Section title={t('form.people')} description={t('form.people.help')} actions={<LinkButton kind="quiet" icon="plus" to={`/employers/${agreement.employer.id}`}>{t('form.addContact')}</LinkButton>}>
      <div className="form">
        <Select {...field('supervisorContactId', t('doc.supervisor'))} options={contacts} />
        {!navs && <Select {...field('signingContactId', t('doc.signer'))} options={contacts} description={t('form.signer.help')} />}
        <Select {...field('responsibleId', t('doc.responsible'))} options={agreement.colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
        {navs && <TextField {...field('navReference', t('form.navReference'))} description={t('form.navReference.help')} width="medium" />}
      </div>
    </Section>
  )
}
