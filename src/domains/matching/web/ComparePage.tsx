import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Criterion } from '../match.schema.ts'
import { ProposeDialog } from './ProposeDialog.tsx'
import { ReckoningTable } from './Reckoning.tsx'
import { fullName, metTones, useGapText, useSourceText, useValueText, verdictTones } from './words.ts'
import './matching.css'

type Row = Criterion & { key: string }

function useColumns(): Column<Row>[] {
  const t = useText('matching')
  const [valueText, gapText, sourceText] = [useValueText(), useGapText(), useSourceText()]
  return [
    { key: 'kind', header: t('compare.criterion'), names: true, cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'asked', header: t('compare.asked'), cell: (row) => <>{valueText(row.asked)}{row.sentence && <span className="match-gap">{row.sentence}</span>}{row.statutoryBasis && <span className="match-gap">{t('compare.law', { basis: row.statutoryBasis })}</span>}</> },
    { key: 'known', header: t('compare.known'), cell: ({ known }) => (known === 'unknown' ? <span className="unknown">{t('value.unknown')}</span> : valueText(known.value)) },
    { key: 'source', header: t('compare.source'), cell: ({ known }) => { const source = sourceText(known); return source === '–' ? null : source } },
    { key: 'met', header: t('compare.met'), cell: ({ met }) => <Tag tone={metTones[met]}>{t(`met.${met}`)}</Tag> },
    { key: 'gap', header: t('compare.gap'), cell: ({ gap }) => (gap ? gapText(gap) : null) },
  ]
}

const keyed = (criteria: readonly Criterion[]): Row[] => criteria.map((one, index) => ({ ...one, key: String(index) }))

/** One person and one place side by side: what is asked, what is known and from where, what would close each gap. */
export function ComparePage() {
  const t = useText('matching')
  const [personId, openingId] = [usePathParam('personId'), usePathParam('openingId')]
  const query = useApi('matching.explain', { personId, openingId })
  const columns = useColumns()
  const [proposing, setProposing] = useState(false)
  return (
    <Loaded query={query}>
      {({ person, opening, match, reckoning, noSum, presentation, actions }) => <>
        <PageHeader title={t('compare.title')} crumbs={[{ label: <bdi>{fullName(person)}</bdi>, to: `/people/${personId}` }, { label: opening.title, to: opening.sharedBy === undefined ? `/openings/${openingId}` : `/sharing/places/${openingId}` }]}
          heading={<>{opening.title}: <PersonName name={fullName(person)} /></>} description={[opening.sharedBy !== undefined && t('opening.from', { municipality: opening.sharedBy }), opening.employerName, opening.place].filter(Boolean).join(', ')}
          facts={<Tag tone={verdictTones[match.verdict]}>{t(`verdict.${match.verdict}`)}</Tag>}
          actions={<>{opening.sharedBy !== undefined ? actions.includes('propose') && <LinkButton kind="primary" to={`/sharing/places/${openingId}/put-forward/${personId}`}>{t('match.putForward')}</LinkButton> : presentation ? <LinkButton to={`/matches/${presentation.id}`}>{t('match.pursued')}</LinkButton> : actions.includes('propose') && <Button kind="primary" onClick={() => setProposing(true)}>{t('match.propose')}</Button>}<PrintButton /></>} />
        <Section title={t('match.required')}>{match.required.length === 0 ? <p>{t('match.requiredNone')}</p> : <Table caption={t('match.required')} hideCaption columns={columns} rows={keyed(match.required)} rowKey={({ key }) => key} />}</Section>
        <Section title={t('match.wished')}><Table caption={t('match.wished')} hideCaption columns={columns} rows={keyed(match.wished)} rowKey={({ key }) => key} /></Section>
        <details className="match-reckoning no-print"><summary>{t('reckoning.title')}</summary><ReckoningTable sum={reckoning} noSum={noSum} /></details>
        {proposing && <ProposeDialog proposed={{ personId, openingId, match, of: fullName(person) }} onClose={() => setProposing(false)} />}
      </>}
    </Loaded>
  )
}
