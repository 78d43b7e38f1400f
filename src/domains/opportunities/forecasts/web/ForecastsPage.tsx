import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { OccupationField } from '#web/OccupationField.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { NeedLevel, SaveForecastInput } from '../forecast.schema.ts'

type Page = Output<'opportunities.listForecasts'>
type Row = Page['rows'][number]
const tones: Record<Row['level'], Tone> = { much: 'success', some: 'info', little: 'neutral' }
const refreshes = ['opportunities.listForecasts', 'programme.getLocalNeed'] as const

function ForecastForm({ row, onClose }: { row: Row | undefined; onClose: () => void }) {
  const t = useText('forecasts')
  const { today } = useMe()
  const [id] = useState(newId)
  const year = Number(today.slice(0, 4))
  const save = useCommand('opportunities.saveForecast', { refreshes, success: t('saved'), onDone: onClose })
  const { occupationName, enteredOn: _, isOld: __, ...values } = row ?? { occupationName: null, enteredOn: null, isOld: false }
  return (
    <Form schema={SaveForecastInput} initial={row ? values : { id, horizonYear: year + 5, sourceYear: year }} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={() => { void save.refresh() }}>
      {({ field }) => <>
        <OccupationField {...field('occupationCode', t('occupation'))} description={t('occupationHelp')} valueLabel={row ? `${row.occupationCode} ${occupationName ?? ''}` : undefined} />
        <RadioGroup {...field('level', t('level'))} options={NeedLevel.options.map((value) => ({ value, label: t(`level.${value}`) }))} />
        <NumberField {...field('people', t('people'))} description={t('peopleHelp')} />
        <NumberField {...field('horizonYear', t('horizonYear'))} optional={false} />
        <TextField {...field('source', t('source'))} description={t('sourceHelp')} />
        <NumberField {...field('sourceYear', t('sourceYear'))} optional={false} />
        <TextArea {...field('note', t('note'))} rows={2} />
      </>}
    </Form>
  )
}

function Remove({ row, onClose }: { row: Row | undefined; onClose: () => void }) {
  const t = useText('forecasts')
  const remove = useCommand('opportunities.removeForecast', { refreshes, success: t('removed'), onDone: onClose })
  return <ConfirmDialog open={row !== undefined} onClose={onClose} onConfirm={() => { if (row) void remove.run({ id: row.id }) }} title={t('remove.title')} consequences={[t('remove.consequence')]} confirm={t('remove')} danger pending={remove.pending} refusals={remove.refusals} />
}

function List({ page }: { page: Page }) {
  const t = useText('forecasts')
  const { formatDate, formatNumber } = useFormat()
  const [open, setOpen] = useState<{ row: Row | undefined }>()
  const [removing, setRemoving] = useState<Row>()
  const mayChange = page.actions.includes('change')
  const add = mayChange && <Button kind="primary" icon="plus" onClick={() => setOpen({ row: undefined })}>{t('add')}</Button>
  return (
    <>
      <Section title={t('list')} count={page.rows.length} actions={add}>
        {page.rows.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState> : <Table caption={t('list')} hideCaption rows={page.rows} rowKey={({ id }) => id} columns={[
          { key: 'occupation', header: t('occupation'), names: true, cell: (row) => <>{row.occupationName ?? t('group', { code: row.occupationCode })}{row.occupationName !== null && <> <small>{row.occupationCode}</small></>}</> },
          { key: 'level', header: t('level'), cell: (row) => <span className="cluster"><Tag tone={tones[row.level]}>{t(`level.${row.level}`)}</Tag>{row.isOld && <Tag tone="warning">{t('old')}</Tag>}</span> },
          { key: 'people', header: t('peopleShort'), align: 'end', cell: (row) => (row.people === null ? <span className="unknown">{t('notSaid')}</span> : formatNumber(row.people)) },
          { key: 'horizon', header: t('horizonYear'), cell: (row) => String(row.horizonYear) },
          { key: 'source', header: t('source'), cell: (row) => <div>{row.source}, {row.sourceYear}<br /><small>{t('entered', { date: formatDate(row.enteredOn) })}{row.note !== null && ` · ${row.note}`}</small></div> },
          ...(mayChange ? [{ key: 'actions', header: t('actions'), cell: (row: Row) => <Button kind="quiet" icon="edit" iconOnly onClick={() => setOpen({ row })}>{t('change', { name: row.occupationName ?? row.occupationCode })}</Button> }] : []),
        ]} />}
      </Section>
      <Dialog open={open !== undefined} onClose={() => setOpen(undefined)} title={t(open?.row ? 'changeTitle' : 'add')}>{open && <ForecastForm row={open.row} onClose={() => setOpen(undefined)} />}{open?.row && <p><Button kind="quiet" icon="bin" onClick={() => { setRemoving(open.row); setOpen(undefined) }}>{t('remove')}</Button></p>}</Dialog>
      <Remove row={removing} onClose={() => setRemoving(undefined)} />
    </>
  )
}

/** The municipality's own forecast of need, by occupation, with its sources (KAR-02). */
export function ForecastsPage() {
  const t = useText('forecasts')
  return <><PageHeader title={t('title')} description={t('lead')} /><Loaded query={useApi('opportunities.listForecasts', {})} rows={6}>{(page) => <List page={page} />}</Loaded></>
}
