import type { z } from 'zod'
import { LANGUAGE_SKILLS } from '#shared/cefr.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Demand } from '../opening.schema.ts'
import { DemandKind, DemandLevel } from '../opening.schema.ts'
import type { OpeningTools } from './openingTools.ts'
import './openings.css'

type DemandInput = z.input<typeof Demand>
const others = DemandKind.options.filter((kind) => kind !== 'norwegian')

/** What is needed, one thing at a time: required or wished, with the sentence from the work and the law where it asks. */
export function DemandEditor({ tools }: { tools: OpeningTools }) {
  const t = useText('opportunities')
  const demands = tools.values.demands ?? []
  const add = (demand: Pick<DemandInput, 'kind' | 'skill'>): void => tools.set('demands', [...demands, { ...demand, id: newId(), isRequired: true }])
  return (
    <Section title={t('form.demands')} description={t('form.demandsHelp')}>
      <div className="stack">
        {demands.map((demand, at) => <DemandFields key={demand.id} at={at} demand={demand} tools={tools} onRemove={() => tools.set('demands', demands.filter(({ id }) => id !== demand.id))} />)}
        <div className="cluster">
          <Button icon="plus" onClick={() => add({ kind: 'norwegian', skill: 'spoken_interaction' })}>{t('form.addNorwegian')}</Button>
          <Button icon="plus" onClick={() => add({ kind: 'skill' })}>{t('form.addDemand')}</Button>
        </div>
      </div>
    </Section>
  )
}

function DemandFields({ at, demand, tools, onRemove }: { at: number; demand: DemandInput; tools: OpeningTools; onRemove: () => void }) {
  const t = useText('opportunities')
  const { field, values } = tools
  const { kind } = demand
  const levels = DemandLevel.options.map((value) => ({ value, label: value }))
  const mayHaveBasis = demand.isRequired && (kind !== 'norwegian' || values.kind === 'vacancy')
  return (
    <fieldset className="demand-editor">
      <legend>{t(`demand.${kind}`)}</legend>
      <div className="demand-editor__row">
        {kind !== 'norwegian' && <Select {...field(`demands.${at}.kind`, t('form.demandKind'))} options={others.map((value) => ({ value, label: t(`demand.${value}`) }))} />}
        {kind === 'norwegian' && <Select {...field(`demands.${at}.skill`, t('form.skill'))} optional={false} options={LANGUAGE_SKILLS.map((value) => ({ value, label: t(`skill.${value}`) }))} />}
        {(kind === 'norwegian' || kind === 'language') && <Select {...field(`demands.${at}.level`, t('form.level'))} optional={kind === 'language'} options={levels} />}
        {kind !== 'norwegian' && <NameField at={at} kind={kind} tools={tools} />}
      </div>
      <TextField {...field(`demands.${at}.sentence`, t('form.sentence'))} description={t('form.sentenceHelp')} />
      <Checkbox {...field(`demands.${at}.isRequired`, t('form.isRequired'))} />
      {mayHaveBasis && <TextField {...field(`demands.${at}.statutoryBasis`, t('form.basis'))} description={t('form.basisHelp')} />}
      <div><Button kind="quiet" icon="bin" onClick={onRemove}>{t('form.removeDemand', { number: at + 1 })}</Button></div>
    </fieldset>
  )
}

function NameField({ at, kind, tools: { field } }: { at: number; kind: Exclude<DemandInput['kind'], 'norwegian'>; tools: OpeningTools }) {
  const t = useText('opportunities')
  const { languages } = useNames()
  const bound = { ...field(`demands.${at}.name`, t(`form.name.${kind}`)), optional: kind === 'experience' }
  return kind === 'language' ? <Combobox {...bound} options={languages} /> : <TextField {...bound} />
}
