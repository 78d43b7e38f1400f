import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Drawer } from '#web/ui/Drawer.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { ChooseInput } from '../../settings.schema.ts'
import { EntryTrail } from './EntryTrail.tsx'
import type { May, Settings } from './settings.ts'

type Choice = Settings['choices'][number]
const UNDECIDED = ''

/** Which of the options, why, and on whose word. */
function ChoiceForm({ choice, onClose }: { choice: Choice; onClose: () => void }) {
  const t = useText('rule-settings')
  const [id] = useState(newId)
  const save = useCommand('rules.choose', { refreshes: ['rules.listSettings'], success: t('saved'), onDone: onClose })
  const last = choice.entered.find(({ isCurrent }) => isCurrent)
  return (
    <Form schema={ChooseInput} initial={{ id, name: choice.name, replaces: last?.id ?? null, option: last?.option ?? undefined }} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field, values, set }) => <>
        <RadioGroup {...field('option', choice.label)} optional={false} value={values.option === null ? UNDECIDED : values.option} onChange={(option) => set('option', option === UNDECIDED ? null : option)}
          options={[...choice.options, ...((last?.option ?? null) === null ? [] : [{ value: UNDECIDED, label: t('choices.undecide') }])]} />
        <TextArea {...field('reason', t('choices.reason'))} description={t('choices.reasonHelp')} />
        <TextArea {...field('source', t('choices.source'))} description={t('choices.sourceHelp', { ask: choice.ask })} />
        <p className="setting-quiet">{t('choices.consequence')}</p>
      </>}
    </Form>
  )
}

/** What the law leaves open: what is unclear, both readings, who to ask, and what the municipality has chosen and why. */
export function ChoicesSection({ choices, may }: { choices: readonly Choice[]; may: May }) {
  const t = useText('rule-settings')
  const [edited, setEdited] = useState<Choice>()
  const close = (): void => setEdited(undefined)
  const label = ({ options }: Choice, option: string | null): string => options.find(({ value }) => value === option)?.label ?? t('choices.undecided')
  return (
    <Section title={t('choices.title')} count={choices.length} description={t('choices.lead')}>
      {choices.length === 0 && <EmptyState title={t('choices.none')} />}
      <ul className="settings-list">{choices.map((choice) => (
        <li key={choice.name} className="setting">
          <div className="setting__head">
            <h3>{choice.label}</h3>
            {may('choose') && <Button onClick={() => setEdited(choice)}>{t(choice.chosen === null ? 'choices.choose' : 'choices.change')}</Button>}
          </div>
          <p>{choice.chosen === null ? <Tag tone="warning">{t('choices.undecided')}</Tag> : <span className="setting__now">{t('choices.chosen', { option: label(choice, choice.chosen) })}</span>}</p>
          <p className="setting-quiet">{choice.source.text}{choice.source.note !== undefined && <> – {choice.source.note}</>}</p>
          <p>{t('choices.readings')}</p>
          <ul>{choice.options.map((option) => <li key={option.value}>{option.label}</li>)}</ul>
          <p>{t('choices.ask', { ask: choice.ask })}</p>
          <EntryTrail entries={choice.entered} words={(one) => t('choices.entry', { option: label(choice, one.option), reason: one.reason })} />
        </li>))}</ul>
      <Drawer open={edited !== undefined} onClose={close} title={t('choices.choose')}>{edited && <ChoiceForm choice={edited} onClose={close} />}</Drawer>
    </Section>
  )
}
