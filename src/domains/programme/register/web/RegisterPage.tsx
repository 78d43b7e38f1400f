import { useState } from 'react'
import { z } from 'zod'
import { fileAddress, useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import type { RegisterRow, RegisterSummary } from '../register.schema.ts'
import { FieldName } from '../register.schema.ts'
import { FieldsDialog } from './FieldsDialog.tsx'
import './register.css'

const Shown = z.object({ field: FieldName.optional(), page: z.coerce.number().int().min(0).default(0) })
const PAGE = 50
const tones: Record<RegisterRow['state'], Tone> = { late: 'danger', missing: 'warning', complete: 'success' }

/** Which field most are without: one round of work there gives most. */
function MostMissing({ summary, onChoose }: { summary: RegisterSummary; onChoose: (field: FieldName) => void }) {
  const t = useText('register')
  const most = summary.byField[0]?.missing ?? 1
  return (
    <Section title={t('most.title')} description={t('most.help')}>
      <ul className="missing-bars">{summary.byField.slice(0, 10).map(({ name, section, missing }) => (
        <li key={name}><button type="button" className="missing-bars__row" onClick={() => onChoose(name)}>
          <span>{t(`field.${name}`)} <small>{t('section', { section })}</small></span><span className="missing-bars__bar" aria-hidden="true"><span style={{ inlineSize: `${100 * missing / most}%` }} /></span><strong>{missing}</strong></button></li>))}</ul>
    </Section>
  )
}

function useColumns(onOpen: (row: RegisterRow) => void): Column<RegisterRow>[] {
  const t = useText('register')
  const { formatDate } = useFormat()
  return [
    { key: 'name', header: t('column.name'), names: true, cell: ({ name, personId }) => <PersonName name={name} to={`/people/${personId}`} /> },
    { key: 'state', header: t('column.state'), cell: ({ state }) => <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag> },
    { key: 'filled', header: t('column.filled'), align: 'end', cell: ({ filled, wanted }) => t('filled', { filled, wanted }) },
    { key: 'missing', header: t('column.missing'), cell: ({ missing }) => (missing.length === 0 ? '–' : `${missing.slice(0, 3).map((name) => t(`field.${name}`)).join(', ')}${missing.length > 3 ? ` ${t('andMore', { count: missing.length - 3 })}` : ''}`) },
    { key: 'due', header: t('column.due'), cell: ({ nextDue }) => (nextDue === null ? '–' : formatDate(nextDue)) },
    { key: 'adviser', header: t('column.adviser'), cell: ({ adviserName }) => adviserName ?? <span className="unknown">{t('noAdviser')}</span> },
    { key: 'do', header: t('column.do'), cell: (row) => <Button onClick={() => onOpen(row)}>{t('open')}<span className="ds-sr-only"> {row.name}</span></Button> },
  ]
}

/** Whether what the national register will want is there, for everybody, long before it is due. */
export function RegisterPage() {
  const t = useText('register')
  const [{ field, page }, change] = useFilters(Shown)
  const [open, setOpen] = useState<RegisterRow>()
  const query = useApi('programme.checkRegister', {})
  const columns = useColumns(setOpen)
  return (
    <>
      <PageHeader title={t('title')} description={query.data && t('help', { complete: query.data.summary.complete, people: query.data.summary.people, late: query.data.summary.late })}
        actions={<a className="ds-button" data-variant="secondary" href={fileAddress('programme.exportRegister', {})} download><Icon name="file" />{t('export')}</a>} />
      <Notice tone="info" title={t('notice.title')}><p>{t('notice.text')}</p></Notice>
      <Loaded query={query} rows={8}>{({ rows, summary }) => {
        const shown = rows.filter(({ missing }) => field === undefined || missing.includes(field))
        return <div className="stack">
          {summary.byField.length > 0 && <MostMissing summary={summary} onChoose={(next) => change({ field: next, page: 0 })} />}
          <Section title={t('list.title')} count={shown.length} actions={<Select id="field" name="field" hideLabel label={t('choose')} empty={t('all')} value={field} onChange={(next) => change({ field: next, page: 0 })} options={summary.byField.map(({ name }) => ({ value: name, label: t(`field.${name}`) }))} />}>
            {shown.length === 0 ? <EmptyState title={t('empty')} /> : <>
              <Table caption={t('list.title')} hideCaption columns={columns} rows={shown.slice(page * PAGE, (page + 1) * PAGE)} rowKey={({ personId }) => personId} />
              {shown.length > PAGE && <Pagination page={page + 1} size={PAGE} total={shown.length} onPage={(next) => change({ page: next - 1 })} />}</>}
          </Section>
        </div>
      }}</Loaded>
      {open && <FieldsDialog row={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
