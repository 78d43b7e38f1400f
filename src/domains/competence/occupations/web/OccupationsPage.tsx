import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { NearSection } from './NearSection.tsx'
import { OwnFamilies } from './OwnFamilies.tsx'

type Page = Output<'competence.getOccupationSources'>
type What = 'esco' | 'families'
type Row = { source: string; on: string | null; count: number }

function Remove({ what, row, onClose }: { what: What; row: Row | undefined; onClose: () => void }) {
  const t = useText('occupations')
  const remove = useCommand('competence.removeOccupationSource', { refreshes: ['competence.getOccupationSources', 'competence.nearOccupations', 'competence.findOccupations'], success: t('removed'), onDone: onClose })
  return <ConfirmDialog open={row !== undefined} onClose={onClose} title={t('remove.title', { source: row?.source ?? '' })} confirm={t('remove')} danger consequences={[t(`remove.${what}`, { count: row?.count ?? 0 }), t('remove.then')]}
    pending={remove.pending} refusals={remove.refusals} onConfirm={() => { if (row) void remove.run({ what, source: row.source, on: row.on }) }} />
}

const Bring = ({ kind }: { kind: 'occupations' | What }) => <LinkButton icon="import" to="/import" search={{ kind }}>{useText('occupations')('bring')}</LinkButton>

/** What was brought in, by its source and day, with what there is of it. */
function Sources<R extends Row>({ what, rows, mayImport, columns }: { what: What; rows: readonly R[]; mayImport: boolean; columns: readonly Column<R>[] }) {
  const t = useText('occupations')
  const { formatDate } = useFormat()
  const [removing, setRemoving] = useState<R>()
  return (
    <Section title={t(what)} description={t(`${what}Help`)} actions={mayImport && <Bring kind={what} />}>
      {rows.length === 0 ? <EmptyState title={t(`${what}Empty`)}>{t(`${what}EmptyHelp`)}</EmptyState> : <Table caption={t(what)} hideCaption rows={rows} rowKey={({ source, on }) => `${source}/${on}`} columns={[
        { key: 'source', header: t('source'), names: true, cell: ({ source }) => source },
        { key: 'on', header: t('date'), cell: ({ on }) => (on === null ? '–' : formatDate(on)) },
        ...columns,
        ...(mayImport ? [{ key: 'actions', header: t('actions'), cell: (row: R) => <Button kind="quiet" icon="bin" iconOnly onClick={() => setRemoving(row)}>{t('removeNamed', { source: row.source })}</Button> }] : []),
      ]} />}
      <Remove what={what} row={removing} onClose={() => setRemoving(undefined)} />
    </Section>
  )
}

function Lists({ page }: { page: Page }) {
  const t = useText('occupations')
  const { formatNumber } = useFormat()
  const mayImport = page.actions.includes('import')
  return <>
    <NearSection />
    <OwnFamilies families={page.own} mayChange={mayImport} />
    <Sources what="families" rows={page.families} mayImport={mayImport} columns={[
      { key: 'count', header: t('families.count'), align: 'end', cell: ({ count }) => formatNumber(count) }, { key: 'occupations', header: t('families.occupations'), align: 'end', cell: ({ occupations }) => formatNumber(occupations) }]} />
    <Sources what="esco" rows={page.esco} mayImport={mayImport} columns={[
      { key: 'count', header: t('esco.count'), align: 'end', cell: ({ count }) => formatNumber(count) }, { key: 'matched', header: t('esco.matched'), align: 'end', cell: ({ matched }) => formatNumber(matched) },
      { key: 'names', header: t('esco.names'), align: 'end', cell: ({ names }) => formatNumber(names) }]} />
    <Section title={t('standard')} description={t('standardHelp')} actions={mayImport && <Bring kind="occupations" />}><p>{t('standard.count', { count: page.standard })}</p></Section>
  </>
}

/** Which occupations there are, which are near one another, and from where that is known. */
export function OccupationsPage() {
  const t = useText('occupations')
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <Loaded query={useApi('competence.getOccupationSources', {})} rows={6}>{(page) => <Lists page={page} />}</Loaded>
    </>
  )
}
