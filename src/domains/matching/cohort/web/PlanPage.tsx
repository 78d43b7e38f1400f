import { useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useCallback, useState } from 'react'
import { fileAddress, useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import type { Changed } from '../cohort.schema.ts'
import { Board } from './Board.tsx'
import { Dialogs } from './Dialogs.tsx'
import { Whole } from './Whole.tsx'
import type { Asked, Plan } from './words.ts'
import './cohort.css'

/** For the few who may both see plans and see the work from above: fetched when it is drawn. */
const Groups = lazy(async () => ({ default: (await import('./Groups.tsx')).Groups }))

/** The plan with what a change answered: only the rows that changed are drawn anew. */
function withChanged(plan: Plan, { version, after, rows }: Changed): Plan {
  const changed = new Map(rows.map((row) => [row.person.id, row]))
  return { ...plan, ...after, version, rows: plan.rows.map((row) => changed.get(row.person.id) ?? row) }
}

function Actions({ plan, onAsk }: { plan: Plan; onAsk: (asked: Asked) => void }) {
  const t = useText('cohort')
  const may = (action: Plan['actions'][number]): boolean => plan.actions.includes(action)
  return (
    <>
      {may('change') && <a className="ds-button" data-variant="tertiary" href={fileAddress('matching.exportPlan', { cohortId: plan.id })} download><Icon name="file" />{t('plan.export')}</a>}
      {plan.basedOn !== null && <LinkButton kind="quiet" to={`/cohort/compare/${plan.basedOn}/${plan.id}`}>{t('plan.compareBasis')}</LinkButton>}
      {may('change') && <Button onClick={() => onAsk({ do: 'solve' })}>{t('solve.again')}</Button>}
      {may('release') && <Button kind="primary" onClick={() => onAsk({ do: 'release', rows: null })}>{t('plan.releaseAll')}</Button>}
      {may('drop') && <Menu label={t('plan.drop')} groups={[{ items: [{ key: 'drop', label: t('plan.drop'), icon: 'bin', danger: true, onSelect: () => onAsk({ do: 'drop' }) }] }]} />}
    </>
  )
}

/** One plan: the whole, everybody in it, and what can be done. */
export function PlanPage() {
  const t = useText('cohort')
  const may = useMay()
  const { formatMoment } = useFormat()
  const cohortId = usePathParam('id')
  const client = useQueryClient()
  const query = useApi('matching.getPlan', { cohortId })
  const [asked, setAsked] = useState<Asked>()
  const close = useCallback(() => setAsked(undefined), [])
  const merge = useCallback((changed: Changed) => {
    client.setQueryData<Plan>(['matching.getPlan', { cohortId }], (plan) => plan && withChanged(plan, changed))
    setAsked(undefined)
    // asked anew when a dialog opens, not now
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'matching.listChoices' || queryKey[0] === 'matching.checkRelease', refetchType: 'none' })
  }, [client, cohortId])
  const plan = query.data
  return (
    <>
      <PageHeader title={plan?.name ?? t('title')} crumbs={[{ label: t('plan.crumb'), to: '/cohort' }]} description={plan && t('plan.solved', { day: formatMoment(plan.solvedAt), by: plan.solvedBy })}
        actions={plan && <Actions plan={plan} onAsk={setAsked} />} />
      <Loaded query={query} rows={12}>{(loaded) => (
        <div className="stack">
          {loaded.hidden > 0 && <Notice tone="warning">{t('plan.hidden', { count: loaded.hidden })}</Notice>}
          <Whole plan={loaded} />
          {may('programme.overview') && <Suspense fallback={<Loading />}><Groups plan={loaded} /></Suspense>}
          <Board plan={loaded} onAsk={setAsked} />
        </div>
      )}</Loaded>
      {plan && asked && <Dialogs plan={plan} asked={asked} onClose={close} onChanged={merge} onSolve={() => setAsked({ do: 'solve' })} />}
    </>
  )
}
