import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { StraightSection } from './StraightSection.tsx'

type Page = Output<'matching.getTravel'>
type What = 'times' | 'spots'
type Row = Page['times'][number]

function Remove({ what, row, onClose }: { what: What; row: Row | undefined; onClose: () => void }) {
  const t = useText('travel')
  const remove = useCommand('matching.removeTravel', { refreshes: ['matching.getTravel'], success: t('removed'), onDone: onClose })
  return <ConfirmDialog open={row !== undefined} onClose={onClose} title={t('remove.title')} confirm={t('remove')} danger consequences={[t('remove.consequence', { count: row?.count ?? 0, source: row?.source ?? '' }), t('remove.then')]}
    pending={remove.pending} refusals={remove.refusals} onConfirm={() => { if (row) void remove.run({ what, source: row.source, measuredOn: row.measuredOn }) }} />
}

function Sources({ what, rows, mayImport }: { what: What; rows: readonly Row[]; mayImport: boolean }) {
  const t = useText('travel')
  const { formatDate, formatNumber } = useFormat()
  const [removing, setRemoving] = useState<Row>()
  const bring = mayImport && <LinkButton icon="import" to="/import" search={{ kind: what === 'times' ? 'travelTimes' : 'postcodes' }}>{t('bring')}</LinkButton>
  return (
    <Section title={t(what)} description={t(`${what}Help`)} actions={bring}>
      {rows.length === 0 ? <EmptyState title={t(`${what}Empty`)}>{t(`${what}EmptyHelp`)}</EmptyState> : <Table caption={t(what)} hideCaption rows={rows} rowKey={({ source, measuredOn }) => `${source}/${measuredOn}`} columns={[
        { key: 'source', header: t('source'), names: true, cell: ({ source }) => source },
        { key: 'on', header: t('date'), cell: ({ measuredOn }) => formatDate(measuredOn) },
        { key: 'count', header: t('lines'), align: 'end', cell: ({ count }) => formatNumber(count) },
        ...(mayImport ? [{ key: 'actions', header: t('actions'), cell: (row: Row) => <Button kind="quiet" icon="bin" iconOnly onClick={() => setRemoving(row)}>{t('removeNamed', { source: row.source })}</Button> }] : []),
      ]} />}
      <Remove what={what} row={removing} onClose={() => setRemoving(undefined)} />
    </Section>
  )
}

function Known({ page: { pairs, without } }: { page: Page }) {
  const t = useText('travel')
  const { formatNumber } = useFormat()
  return (
    <Section title={t('known')} description={t('knownHelp')}>
      <DefinitionList columns={2} facts={[
        { term: t('known.table'), value: formatNumber(pairs.table) }, { term: t('known.straight'), value: formatNumber(pairs.straight) }, { term: t('known.unknown'), value: formatNumber(pairs.unknown) },
        { term: t('without'), value: t('without.value', without) },
      ]} />
    </Section>
  )
}

/** How long it takes to get to work: what is known, from where, how old, and for how many ways it is nothing. */
export function TravelPage() {
  const t = useText('travel')
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <Loaded query={useApi('matching.getTravel', {})} rows={6}>{(page) => <>
        <Known page={page} />
        <Sources what="times" rows={page.times} mayImport={page.actions.includes('import')} />
        <Sources what="spots" rows={page.spots} mayImport={page.actions.includes('import')} />
        <StraightSection page={page} />
      </>}</Loaded>
    </>
  )
}
