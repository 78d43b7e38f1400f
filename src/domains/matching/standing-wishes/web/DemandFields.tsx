import type { z } from 'zod'
import { DemandKind, DemandLevel, type Demand } from '#domains/opportunities/opening.schema.ts'
import { LANGUAGE_SKILLS } from '#shared/cefr.ts'
import { useFindText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { WishTools } from './wishTools.ts'
import './wishes.css'

type DemandInput = z.input<typeof Demand>
const others = DemandKind.options.filter((kind) => kind !== 'norwegian')

function OneDemand({ at, demand: { kind }, tools: { field }, onRemove }: { at: number; demand: DemandInput; tools: WishTools; onRemove: () => void }) {
  const t = useText('standing-wishes')
  const find = useFindText()
  const { languages } = useNames()
  const name = { ...field(`demands.${at}.name`, t('form.name')), optional: kind === 'experience' }
  return (
    <fieldset className="wish-demand">
      <legend>{t(`demand.${kind}`)}</legend>
      <div className="wish-demand__row">
        {kind === 'norwegian' ? <Select {...field(`demands.${at}.skill`, t('form.skill'))} optional={false} options={LANGUAGE_SKILLS.map((value) => ({ value, label: find(`skill.${value}`, 'matching') ?? value }))} />
          : <Select {...field(`demands.${at}.kind`, t('form.kind'))} options={others.map((value) => ({ value, label: t(`demand.${value}`) }))} />}
        {(kind === 'norwegian' || kind === 'language') && <Select {...field(`demands.${at}.level`, t('form.level'))} optional={kind === 'language'} options={DemandLevel.options.map((value) => ({ value, label: value }))} />}
        {kind === 'language' ? <Combobox {...name} options={languages} /> : kind !== 'norwegian' && <TextField {...name} />}
      </div>
      <TextField {...field(`demands.${at}.sentence`, t('form.sentence'))} description={t('form.sentenceHelp')} />
      <Checkbox {...field(`demands.${at}.isRequired`, t('form.isRequired'))} />
      <div><Button kind="quiet" icon="bin" onClick={onRemove}>{t('form.remove', { number: at + 1 })}</Button></div>
    </fieldset>
  )
}

/** What must be in place, one thing at a time: language per skill with the sentence from the work. */
export function DemandFields({ tools }: { tools: WishTools }) {
  const t = useText('standing-wishes')
  const demands = tools.values.demands ?? []
  const add = (demand: Pick<DemandInput, 'kind' | 'skill'>): void => tools.set('demands', [...demands, { ...demand, id: newId(), isRequired: true }])
  return (
    <Section title={t('form.demands')} description={t('form.demandsHelp')}>
      <div className="stack">
        {demands.map((demand, at) => <OneDemand key={demand.id} at={at} demand={demand} tools={tools} onRemove={() => tools.set('demands', demands.filter(({ id }) => id !== demand.id))} />)}
        <div className="cluster">
          <Button icon="plus" onClick={() => add({ kind: 'norwegian', skill: 'spoken_interaction' })}>{t('form.addNorwegian')}</Button>
          <Button icon="plus" onClick={() => add({ kind: 'skill' })}>{t('form.addOther')}</Button>
        </div>
      </div>
    </Section>
  )
}
