import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Drawer } from '#web/ui/Drawer.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { CommenceInput } from '../../settings.schema.ts'
import { EntryTrail } from './EntryTrail.tsx'
import type { May, Settings } from './settings.ts'

type Enacted = Settings['enacted'][number]

/** The day it came into force, and the decision that says so. */
function CommenceForm({ enacted, onClose }: { enacted: Enacted; onClose: () => void }) {
  const t = useText('rule-settings')
  const [id] = useState(newId)
  const save = useCommand('rules.commence', { refreshes: ['rules.listSettings'], success: t('saved'), onDone: onClose })
  const last = enacted.entered.find(({ isCurrent }) => isCurrent)
  return (
    <Form schema={CommenceInput} initial={{ id, name: enacted.name, replaces: last?.id ?? null, onDay: last?.onDay ?? undefined }} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field, values, set }) => <>
        {values.onDay !== null && <DateField {...field('onDay', t('enacted.on'))} optional={false} />}
        {last && last.onDay !== null && <Checkbox label={t('enacted.undo')} value={values.onDay === null} onChange={(on) => set('onDay', on ? null : last.onDay ?? undefined)} />}
        <TextArea {...field('source', t('source'))} description={t('enacted.sourceHelp')} />
        <p className="setting-quiet">{t('enacted.consequence')}</p>
      </>}
    </Form>
  )
}

/** Rules that are enacted and wait: off until somebody enters the day. */
export function EnactedSection({ enacted, may }: { enacted: readonly Enacted[]; may: May }) {
  const t = useText('rule-settings')
  const { formatDate } = useFormat()
  const [edited, setEdited] = useState<Enacted>()
  const close = (): void => setEdited(undefined)
  const words = (day: string | null): string => (day === null ? t('enacted.off') : t('enacted.inForce', { day: formatDate(day) }))
  return (
    <Section title={t('enacted.title')} count={enacted.length} description={t('enacted.lead')}>
      {enacted.length === 0 && <EmptyState title={t('enacted.none')}>{t('enacted.noneHelp')}</EmptyState>}
      <ul className="settings-list">{enacted.map((one) => (
        <li key={one.name} className="setting">
          <div className="setting__head">
            <h3>{one.label}</h3>
            {may('commence') && <Button onClick={() => setEdited(one)}>{t('enacted.enter')}</Button>}
          </div>
          <p><Tag tone={one.commencedOn === null ? 'neutral' : 'success'}>{words(one.commencedOn)}</Tag></p>
          <p className="setting-quiet">{one.source.text} · {t('enacted.asOf', { day: formatDate(one.asOf, 'long') })}</p>
          <EntryTrail entries={one.entered} words={({ onDay }) => words(onDay)} />
        </li>))}</ul>
      <Drawer open={edited !== undefined} onClose={close} title={edited?.label ?? ''}>{edited && <CommenceForm enacted={edited} onClose={close} />}</Drawer>
    </Section>
  )
}
