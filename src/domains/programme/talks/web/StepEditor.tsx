import type { z } from 'zod'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { STEP_OWNERS, type AgreedStep } from '../talk.schema.ts'

type Step = z.input<typeof AgreedStep>
type Props = { steps: readonly Step[]; onChange: (steps: Step[]) => void; errorAt: (path: string) => string | undefined }

/** What is agreed: what, who, and by when. */
export function StepEditor({ steps, onChange, errorAt }: Props) {
  const t = useText('talks')
  const change = (at: number, next: Partial<Step>): void => onChange(steps.map((one, index) => (index === at ? { ...one, ...next } : one)))
  return (
    <Section title={t('steps.agreed')} description={t('steps.agreedHelp')}>
      <div className="stack">
        {steps.map((step, at) => (
          <fieldset key={step.id} className="talk-step">
            <legend className="ds-sr-only">{t('steps.number', { number: at + 1 })}</legend>
            <TextField label={t('steps.what')} value={step.what} onChange={(what) => change(at, { what: what ?? '' })} error={errorAt(`steps.${at}.what`)} />
            <div className="talk-step__row">
              <Select label={t('steps.who')} value={step.who} onChange={(who) => { if (who) change(at, { who }) }} options={STEP_OWNERS.map((value) => ({ value, label: t(`owner.${value}`) }))} />
              <DateField label={t('steps.by')} value={step.dueOn} onChange={(dueOn) => change(at, { dueOn: dueOn ?? null })} optional />
              <Button kind="quiet" icon="bin" onClick={() => onChange(steps.filter((_, index) => index !== at))}>{t('steps.remove')}</Button>
            </div>
          </fieldset>))}
        <div><Button icon="plus" onClick={() => onChange([...steps, { id: newId(), what: '', who: 'participant', dueOn: null }])}>{t('steps.add')}</Button></div>
      </div>
    </Section>
  )
}
