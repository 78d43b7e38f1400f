import { z } from 'zod'
import type { Command } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { IssueCard } from '../benefit.schema.ts'
import { decisionsFor } from '../run.core.ts'
import type { Asked } from './IssueCard.tsx'
import { useKroner } from './words.ts'

const Typed = z.object({ decision: z.enum(['accept', 'adjust', 'dismiss']), ore: z.number().min(0).nullable(), why: z.string().trim().max(500).nullable(), reference: z.string().trim().max(100).nullable() })

type Props = { runId: string; issue: IssueCard | null; asked: Asked; decide: Command<'programme.decideBenefitIssue'>; onClose: () => void }

/** A decision that needs words: another amount, nothing, or the case number of an individual decision. */
export function DecideDialog({ runId, issue, asked, decide, onClose }: Props) {
  const t = useText('benefit')
  const kroner = useKroner()
  if (issue === null) return null
  const ways = decisionsFor(issue.kind)
  const first = ways.includes(asked) ? asked : ways[0] ?? 'dismiss'
  const label = (way: Asked): string => {
    if (way === 'accept') return issue.kind === 'unsettled' ? t('issue.acceptUnsettled') : t('issue.accept', { amount: kroner(issue.proposedOre) })
    return t(way === 'adjust' ? 'issue.adjust' : issue.kind === 'cannot_decide' ? 'issue.dismissUndecided' : 'issue.dismiss')
  }
  return (
    <Dialog open onClose={onClose} title={`${issue.personName}: ${t(`kind.${issue.kind}`)}`}>
      <Form schema={Typed} initial={{ decision: first, ore: null, why: issue.why, reference: issue.reference }} submit={t('decide.save')} refusals={decide.refusals} pending={decide.pending} onCancel={onClose} onReload={decide.refresh}
        onSubmit={({ decision, ore, why, reference }) => decide.run({ runId, issues: [{ id: issue.id, version: issue.version }], decision, ore: decision === 'adjust' && ore !== null ? Math.round(ore * 100) : null, why, reference })}>
        {({ field, values }) => <>
          {ways.length > 1 && <RadioGroup {...field('decision', t('column.why'))} label={t('decide.save')} options={ways.map((value) => ({ value, label: label(value) }))} />}
          {values.decision === 'adjust' && <NumberField {...field('ore', t('decide.amount'))} unit="kr" description={t('decide.amountHelp', { amount: kroner(issue.proposedOre) })} />}
          {values.decision === 'dismiss' && issue.kind === 'set_off' && <p>{t('decide.waive')}</p>}
          {values.decision === 'dismiss' && issue.kind === 'cannot_decide' && <p>{t('decide.outside')}</p>}
          {issue.kind === 'set_off' && issue.isLarge && values.decision !== 'dismiss' && <TextField {...field('reference', t('decide.reference'))} description={t('issue.large')} />}
          <TextArea {...field('why', t('decide.why'))} description={t('decide.whyHelp')} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}
