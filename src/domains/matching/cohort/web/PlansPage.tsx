import { useState } from 'react'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Table } from '#web/ui/Table.tsx'
import { FrameSection } from './FrameSection.tsx'
import { SolveDialog } from './SolveDialog.tsx'
import type { Summary } from './words.ts'
import './cohort.css'

/** Two that were chosen, the older first; a third takes the place of the first chosen. */
const lastTwo = (chosen: ReadonlySet<string>): Set<string> => new Set([...chosen].slice(-2))

function PlansTable({ rows }: { rows: readonly Summary[] }) {
  const t = useText('cohort')
  const { formatDate } = useFormat()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [second, first] = rows.filter(({ id }) => chosen.has(id))
  return (
    <>
      <Table caption={t('list.caption')} hideCaption rows={rows} rowKey={({ id }) => id}
        selection={rows.length > 1 ? { chosen, onChange: (next) => setChosen(lastTwo(next)), label: (key) => t('list.choose', { name: rows.find(({ id }) => id === key)?.name ?? '' }) } : undefined}
        columns={[
          { key: 'name', header: t('list.name'), names: true, cell: ({ id, name }) => <Link to={`/cohort/${id}`}>{name}</Link> },
          { key: 'placed', header: t('list.placed'), cell: ({ placed, people }) => t('list.placedOf', { placed, people }) },
          { key: 'goal', header: t('list.goal'), cell: ({ goal }) => t(`goal.${goal}`) },
          { key: 'released', header: t('list.released'), align: 'end', cell: ({ released }) => released },
          { key: 'solved', header: t('list.solved'), cell: ({ solvedAt, solvedBy }) => t('list.solvedBy', { day: formatDate(solvedAt.slice(0, 10)), by: solvedBy }) },
        ]} />
      {rows.length > 1 && <div className="cluster">{first && second
        ? <LinkButton to={`/cohort/compare/${first.id}/${second.id}`}>{t('list.compare')}</LinkButton> : <p className="cohort-quiet">{t('list.compareHelp')}</p>}</div>}
    </>
  )
}

function Content({ plans, onNew }: { plans: Output<'matching.listPlans'>; onNew: () => void }) {
  const t = useText('cohort')
  const maySolve = plans.actions.includes('solve')
  return (
    <div className="stack">
      <Notice>{t('list.publicPosts')}</Notice>
      {plans.rows.length === 0
        ? <EmptyState title={t('list.empty')} action={maySolve && <Button kind="primary" onClick={onNew}>{t('list.new')}</Button>}>{t('list.emptyHelp')}</EmptyState>
        : <PlansTable rows={plans.rows} />}
      {maySolve && <FrameSection plans={plans} />}
    </div>
  )
}

/** The plans there are, a new one, and the municipality's own limits. */
export function PlansPage() {
  const t = useText('cohort')
  const [isNew, setNew] = useState(false)
  const query = useApi('matching.listPlans', {})
  return (
    <>
      <PageHeader title={t('title')} description={t('list.help')} actions={query.data?.actions.includes('solve') && query.data.rows.length > 0 && <Button kind="primary" icon="plus" onClick={() => setNew(true)}>{t('list.new')}</Button>} />
      <Loaded query={query}>{(plans) => <Content plans={plans} onNew={() => setNew(true)} />}</Loaded>
      {isNew && <SolveDialog taken={query.data?.rows.map(({ name }) => name)} onClose={() => setNew(false)} />}
    </>
  )
}
