import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveStraightLineInput } from '../travel.schema.ts'

type Page = Output<'matching.getTravel'>

function StraightForm({ page, onClose }: { page: Page; onClose: () => void }) {
  const t = useText('travel')
  const save = useCommand('matching.saveStraightLine', { refreshes: ['matching.getTravel', 'matching.explain', 'matching.matchesForPerson', 'matching.matchesForOpening'], success: t('saved'), onDone: onClose })
  const initial = { ...page.straight, ...(page.set && { version: page.set.version }) }
  return (
    <Form schema={SaveStraightLineInput} initial={initial} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={() => { void save.refresh() }}>
      {({ field }) => <>
        <NumberField {...field('factor', t('factor'))} description={t('factorHelp')} />
        <NumberField {...field('walkSpeed', t('speed.walk'))} unit={t('speedUnit')} />
        <NumberField {...field('bicycleSpeed', t('speed.bicycle'))} unit={t('speedUnit')} />
        <NumberField {...field('publicSpeed', t('speed.public'))} unit={t('speedUnit')} />
        <NumberField {...field('carSpeed', t('speed.car'))} unit={t('speedUnit')} />
        <NumberField {...field('leastMinutes', t('least'))} description={t('leastHelp')} />
        <TextField {...field('source', t('straightSource'))} description={t('straightSourceHelp')} />
      </>}
    </Form>
  )
}

/** How a straight line becomes minutes where the table says nothing, and who says so. */
export function StraightSection({ page }: { page: Page }) {
  const t = useText('travel')
  const { formatNumber, formatMoment } = useFormat()
  const [open, setOpen] = useState(false)
  const { straight, set } = page
  const speed = (value: number): string => t('speed', { value: formatNumber(value) })
  return (
    <Section title={t('straight')} description={t('straightHelp')} actions={page.actions.includes('change') && <Button icon="edit" onClick={() => setOpen(true)}>{t('change')}</Button>}>
      <DefinitionList columns={2} facts={[
        { term: t('factor'), value: t('times.long', { factor: formatNumber(straight.factor) }) }, { term: t('least'), value: t('minutes', { minutes: straight.leastMinutes }) },
        { term: t('speed.walk'), value: speed(straight.walkSpeed) }, { term: t('speed.bicycle'), value: speed(straight.bicycleSpeed) }, { term: t('speed.public'), value: speed(straight.publicSpeed) }, { term: t('speed.car'), value: speed(straight.carSpeed) },
        { term: t('straightSource'), value: set === null ? t('assumed') : t('setBy', { source: straight.source, name: set.by, date: formatMoment(set.at) }) },
      ]} />
      <Dialog open={open} onClose={() => setOpen(false)} title={t('straight')}>{open && <StraightForm page={page} onClose={() => setOpen(false)} />}</Dialog>
    </Section>
  )
}
