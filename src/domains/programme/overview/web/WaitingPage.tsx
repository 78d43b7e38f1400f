import { useState } from 'react'
import { z } from 'zod'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { useFilters } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PagedTable } from '#web/ui/PagedTable.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Select } from '#web/ui/Select.tsx'
import type { Column } from '#web/ui/Table.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { Waiting } from '../groups.schema.ts'
import { NoteWaitInput, WaitReason } from '../groups.schema.ts'
import { Whose, WhoseSelect } from './WhoseSelect.tsx'

const Shown = z.object({ whose: Whose })

function WaitDialog({ row, onClose }: { row: Waiting; onClose: () => void }) {
  const t = useText('overview')
  const { today } = useMe()
  const [id] = useState(newId)
  const note = useCommand('programme.noteWait', { refreshes: ['programme.listWaiting'], success: t('wait.saved'), onDone: onClose })
  const initial = { id: row.wait?.id ?? id, personId: row.personId, version: row.wait?.version, reason: row.wait?.reason, since: row.wait?.since ?? today, expectedOn: row.wait?.expectedOn ?? null, note: row.wait?.note ?? null }
  return (
    <Dialog open onClose={onClose} title={t('wait.title')}>
      <Form schema={NoteWaitInput} initial={initial} submit={t('wait.save')} onSubmit={note.run} refusals={note.refusals} pending={note.pending} onCancel={onClose} onReload={note.refresh}>
        {({ field }) => <>
          <Select {...field('reason', t('wait.reason'))} options={WaitReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))} />
          <DateField {...field('since', t('wait.since'))} />
          <DateField {...field('expectedOn', t('wait.expected'))} />
          <TextArea {...field('note', t('wait.note'))} description={t('wait.noteHelp')} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}

const toneOf = (daysLeft: number): Tone => (daysLeft < 0 ? 'danger' : daysLeft <= 30 ? 'warning' : 'neutral')

function useColumns(onNote: (row: Waiting) => void): Column<Waiting>[] {
  const t = useText('overview')
  const factName = useFindText()
  const { formatDate } = useFormat()
  return [
    { key: 'name', header: t('column.name'), names: true, cell: ({ name, personId }) => <PersonName name={name} to={`/people/${personId}`} /> },
    { key: 'standing', header: t('column.standing'), cell: ({ standing, missing }) => <><Tag tone={standing === 'unclear' ? 'warning' : 'neutral'}>{t(`standing.${standing}`)}</Tag>
      {missing.length > 0 && <span className="overview__missing">{t('standing.missing', { facts: missing.map((name) => factName(`missing.${name}`, 'overview') ?? name).join(', ') })}</span>}</> },
    { key: 'deadline', header: t('column.deadline'), cell: ({ deadline, daysLeft }) => (deadline === null || daysLeft === null ? t('deadline.none') : <>{formatDate(deadline)} <Tag tone={toneOf(daysLeft)}>{daysLeft < 0 ? t('deadline.over', { days: -daysLeft }) : t('deadline.left', { days: daysLeft })}</Tag></>) },
    { key: 'waited', header: t('column.waited'), align: 'end', cell: ({ daysWaited }) => (daysWaited === null ? '–' : t('days', { days: daysWaited })) },
    { key: 'why', header: t('column.why'), cell: ({ wait }) => (wait === null ? <span className="unknown">{t('wait.unknown')}</span> : <>{t(`reason.${wait.reason}`)}{wait.expectedOn && ` · ${t('wait.expectedOn', { date: formatDate(wait.expectedOn) })}`}</>) },
    { key: 'adviser', header: t('column.adviser'), cell: ({ adviserName }) => adviserName ?? <span className="unknown">{t('noAdviser')}</span> },
    { key: 'do', header: t('column.do'), cell: (row) => <Button onClick={() => onNote(row)}>{row.wait === null ? t('wait.note.open') : t('wait.change')}<span className="ds-sr-only"> {row.name}</span></Button> },
  ]
}

/** Who waits to begin, why, and whose deadline is nearest (QUA-16). */
export function WaitingPage() {
  const t = useText('overview')
  const [noting, setNoting] = useState<Waiting>()
  const [{ whose }, change] = useFilters(Shown)
  const query = useApi('programme.listWaiting', {})
  const columns = useColumns(setNoting)
  return (
    <>
      <PageHeader title={t('waiting.title')} description={t('waiting.help')} actions={<WhoseSelect whose={whose} onChange={change} />} />
      <Loaded query={query} rows={6}>{({ rows }) => {
        const shown = rows.filter(({ isMine }) => whose === 'all' || isMine)
        return shown.length === 0 ? <EmptyState title={t('waiting.empty')}>{t('waiting.emptyHelp')}</EmptyState>
          : <PagedTable caption={t('waiting.caption', { count: shown.length })} columns={columns} rows={shown} rowKey={({ personId }) => personId} />
      }}</Loaded>
      {noting && <WaitDialog row={noting} onClose={() => setNoting(undefined)} />}
    </>
  )
}
