import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { Comparison } from '../cohort.schema.ts'
import { nameOf, signed } from './words.ts'
import './cohort.css'

function Totals({ first, second, sameWeights, same, onlyInFirst, onlyInSecond }: Comparison) {
  const t = useText('cohort')
  const { formatNumber } = useFormat()
  const placed = second.placed - first.placed
  return (
    <Section title={t('compare.caption')}>
      <Table caption={t('compare.caption')} hideCaption rows={[first, second]} rowKey={({ id }) => id} columns={[
        { key: 'name', header: t('compare.plan'), names: true, cell: ({ id, name }) => <Link to={`/cohort/${id}`}>{name}</Link> },
        { key: 'goal', header: t('list.goal'), cell: ({ goal }) => t(`goal.${goal}`) },
        { key: 'placed', header: t('list.placed'), cell: (one) => t('list.placedOf', { placed: one.placed, people: one.people }) },
        { key: 'score', header: t('whole.score'), align: 'end', cell: ({ score }) => formatNumber(score) },
      ]} />
      {sameWeights ? <p><strong>{t('compare.gain', { placed: placed < 0 ? t('cost.placedLess', { count: -placed }) : t('cost.placed', { count: placed }), score: signed(second.score - first.score, formatNumber) })}</strong></p> : <Notice tone="warning">{t('compare.weights')}</Notice>}
      <p className="cohort-quiet">{t('compare.counts', { same, first: onlyInFirst, second: onlyInSecond })}</p>
    </Section>
  )
}

/** Two plans side by side: what each gives, and who is somewhere else. */
export function ComparePage() {
  const t = useText('cohort')
  const query = useApi('matching.comparePlans', { firstId: usePathParam('first'), secondId: usePathParam('second') })
  return (
    <>
      <PageHeader title={t('compare.title')} crumbs={[{ label: t('plan.crumb'), to: '/cohort' }]} />
      <Loaded query={query}>{(compared) => (
        <div className="stack">
          <Totals {...compared} />
          <Section title={t('compare.moves')} count={compared.moves.length}>
            {compared.moves.length === 0 ? <EmptyState title={t('compare.nobody')} /> : (
              <Table caption={t('compare.movesCaption')} hideCaption rows={compared.moves} rowKey={({ person }) => person.id} columns={[
                { key: 'person', header: t('compare.person'), names: true, cell: (row) => <PersonName name={nameOf(row)} to={`/people/${row.person.id}`} /> },
                { key: 'from', header: t('compare.from', { name: compared.first.name }), cell: ({ from }) => from ?? t('compare.none') },
                { key: 'to', header: t('compare.from', { name: compared.second.name }), cell: ({ to }) => to ?? t('compare.none') },
              ]} />
            )}
          </Section>
        </div>
      )}</Loaded>
    </>
  )
}
