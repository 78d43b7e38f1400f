import { useState } from 'react'
import { z } from 'zod'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { PlainDate } from '#shared/date.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { PersonBenefit } from '../benefit.schema.ts'
import { showsPerson } from './words.ts'

type Terms = PersonBenefit['terms'][number]
const Answer = z.enum(['yes', 'no', 'unknown'])
type Answer = z.infer<typeof Answer>
const Typed = z.object({ fromOn: PlainDate, parents: Answer, partner: Answer, children: Answer, payrollReference: z.string().trim().max(40).nullable() })

const answerOf = (known: boolean | null | undefined): Answer => (known === true ? 'yes' : known === false ? 'no' : 'unknown')
const knownOf = (answer: Answer): boolean | null => (answer === 'unknown' ? null : answer === 'yes')
const answers = Answer.options

function TermsDialog({ personId, terms, open, onClose }: { personId: string; terms: Terms | null; open: boolean; onClose: () => void }) {
  const t = useText('benefit')
  const { today } = useMe()
  const [fresh, setFresh] = useState(newId)
  const save = useCommand('programme.saveBenefitTerms', { refreshes: showsPerson, success: t('terms.saved'), onDone: () => { setFresh(newId()); onClose() } })
  const options = answers.map((value) => ({ value, label: t(`answer.${value}`) }))
  return (
    <Dialog open={open} onClose={onClose} title={t('terms.title')}>
      <Form schema={Typed} initial={{ fromOn: terms?.fromOn ?? today, parents: answerOf(terms?.livesWithParents), partner: answerOf(terms?.isPartnerInProgramme), children: answerOf(terms?.hasChildren), payrollReference: terms?.payrollReference ?? null }}
        submit={t('terms.save')} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={save.refresh}
        onSubmit={({ fromOn, parents, partner, children, payrollReference }) => save.run({ id: terms?.id ?? fresh, personId, version: terms?.version ?? null, fromOn, livesWithParents: knownOf(parents), isPartnerInProgramme: knownOf(partner), hasChildren: knownOf(children), payrollReference: payrollReference || null })}>
        {({ field }) => <>
          <DateField {...field('fromOn', t('terms.from'))} />
          <RadioGroup {...field('parents', t('terms.parents'))} description={t('terms.parentsHelp')} options={options} />
          <RadioGroup {...field('partner', t('terms.partner'))} options={options} />
          <RadioGroup {...field('children', t('terms.children'))} options={options} />
          <TextField {...field('payrollReference', t('terms.reference'))} description={t('terms.referenceHelp')} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Where she lives, with whom, and what payroll knows her by: from a day until the next. */
export function TermsSection({ benefit }: { benefit: PersonBenefit }) {
  const t = useText('benefit')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState<Terms | 'new' | null>(null)
  const said = (known: boolean | null): string | null => (known === null ? null : t(known ? 'answer.yes' : 'answer.no'))
  return (
    <Section title={t('terms.title')} description={t('terms.help')} actions={<Button icon="plus" onClick={() => setOpen('new')}>{t('terms.add')}</Button>}>
      {benefit.terms.length === 0 ? <p>{t('terms.none')}</p> : <ul className="terms">{benefit.terms.map((one) => (
        <li key={one.id}>
          <DefinitionList columns={2} facts={[{ term: t('terms.from'), value: formatDate(one.fromOn) }, { term: t('terms.parents'), value: said(one.livesWithParents) }, { term: t('terms.partner'), value: said(one.isPartnerInProgramme) },
            { term: t('terms.children'), value: said(one.hasChildren) }, { term: t('terms.reference'), value: one.payrollReference }]} />
          <Button kind="quiet" icon="edit" onClick={() => setOpen(one)}>{t('terms.edit')}</Button>
        </li>))}</ul>}
      <TermsDialog personId={benefit.personId} terms={open === 'new' ? null : open} open={open !== null} onClose={() => setOpen(null)} />
    </Section>
  )
}
