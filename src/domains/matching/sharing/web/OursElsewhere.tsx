import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { fullName } from '../../web/words.ts'
import type { PutForward } from '../sharing.schema.ts'
import { TakeBackInput } from '../sharing.schema.ts'
import { showsPutForward, stateTones } from './words.ts'
import '../../web/matching.css'

function TakeBackDialog({ row, onClose }: { row: PutForward; onClose: () => void }) {
  const t = useText('sharing')
  const takeBack = useCommand('matching.takeBackYes', { refreshes: showsPutForward, success: t('ours.takenBackDone'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('ours.takeBack')}>
      <p>{t('ours.takeBackHelp')}</p>
      <Form schema={TakeBackInput} initial={{ id: row.id, version: row.version, by: 'person' }} submit={t('ours.takeBack')} onSubmit={takeBack.run} refusals={takeBack.refusals} pending={takeBack.pending} onCancel={onClose} onReload={takeBack.refresh}>
        {({ field }) => <>
          <RadioGroup {...field('by', t('ours.by'))} options={(['person', 'staff'] as const).map((value) => ({ value, label: t(`ours.by.${value}`) }))} />
          <TextArea {...field('reason', t('end.reason'))} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}

function Consent({ row }: { row: PutForward }) {
  const t = useText('sharing')
  const find = useFindText()
  const { formatDate } = useFormat()
  const how = find(`how.${row.consentHow}`, 'matching') ?? row.consentHow
  return (
    <>
      {t('ours.consent', { day: formatDate(row.consentOn), how, name: row.consentBy ?? '–' })}
      {row.withdrawnOn !== null && <span className="match-gap">{t('ours.takenBack', { day: formatDate(row.withdrawnOn) })}</span>}
      <details><summary>{t('ours.words')}</summary><q className="match-words" dir="auto">{row.consentText}</q></details>
    </>
  )
}

/** Our participants who are put forward for neighbours' places: with which yes, and what came of it. */
export function OursElsewhere({ rows, quiet = false }: { rows: readonly PutForward[]; /** Without a word where there is none. */ quiet?: boolean }) {
  const t = useText('sharing')
  const { formatDate } = useFormat()
  const [taking, setTaking] = useState<PutForward>()
  if (rows.length === 0) return quiet ? null : <EmptyState title={t('ours.empty')}>{t('ours.emptyHelp')}</EmptyState>
  const columns: Column<PutForward>[] = [
    { key: 'person', header: t('column.person'), names: true, cell: ({ person }) => <PersonName name={fullName(person)} to={`/people/${person.id}`} /> },
    { key: 'place', header: t('column.place'), cell: ({ openingTitle, employerName, ownerName }) => <>{openingTitle}<span className="match-gap">{[employerName, ownerName].filter(Boolean).join(', ')}</span></> },
    { key: 'state', header: t('column.state'), cell: ({ state, reason, answeredByName, answeredOn }) => <><Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>{reason !== null && <span className="match-gap">{reason}</span>}{answeredOn !== null && <span className="match-gap"><bdi>{answeredByName}</bdi>, {formatDate(answeredOn)}</span>}</> },
    { key: 'consent', header: t('column.consent'), cell: (row) => <Consent row={row} /> },
    { key: 'do', header: t('column.do'), cell: (row) => row.actions.includes('takeBack') && <Button onClick={() => setTaking(row)}>{t('ours.takeBack')}<span className="ds-sr-only"> {fullName(row.person)}</span></Button> },
  ]
  return <><Table caption={t('tab.ours')} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />{taking && <TakeBackDialog row={taking} onClose={() => setTaking(undefined)} />}</>
}
