import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useGo } from '#web/routing.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { ComplaintItem } from './ComplaintItem.tsx'
import { usePapers } from './PaperMenu.tsx'
import { ReceiveComplaintDialog } from './ReceiveComplaintDialog.tsx'
import { RecomputeDialog } from './RecomputeDialog.tsx'
import { ToldDialog } from './ToldDialog.tsx'
import type { Decided, Decision } from './words.ts'

type Open = 'told' | 'complaint' | 'recompute' | undefined

function DecisionMenu({ personId, decision, onOpen }: { personId: string; decision: Decision; onOpen: (open: Open) => void }) {
  const t = useText('decision')
  const go = useGo()
  const papers = usePapers(decision.id)
  const isCurrent = decision.replacedBy === null
  return (
    <Menu label={t('action.more', { kind: t(`kind.${decision.kind}`) })} groups={[
      { items: [
        ...(decision.toldOn === null ? [{ key: 'told', label: t('action.told'), icon: 'check' as const, onSelect: () => onOpen('told') }] : []),
        { key: 'complaint', label: t('action.complaint'), icon: 'edit', onSelect: () => onOpen('complaint') },
        { key: 'recompute', label: t('action.recompute'), icon: 'clock', onSelect: () => onOpen('recompute') },
        ...(isCurrent ? [{ key: 'replace', label: t('action.replace'), icon: 'edit' as const, onSelect: () => go(`/people/${personId}/decisions/new?kind=${decision.kind}&replaces=${decision.id}`) }] : []),
      ] },
      { heading: t('action.paper'), items: papers }]} />
  )
}

function DecisionItem({ personId, decision, complaints, others }: { personId: string; decision: Decision; complaints: Decided['complaints']; others: readonly Decision[] }) {
  const t = useText('decision')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  return (
    <li className="decision-item">
      <div className="decision-item__head">
        <div>
          <h3><Link to={`/people/${personId}/decisions/${decision.id}`}>{t(`kind.${decision.kind}`)}</Link></h3>
          <p><small>{t('decisions.by', { date: formatDate(decision.decidedOn, 'long'), name: decision.decidedBy })}{decision.caseReference !== null && ` · ${t('decisions.case', { case: decision.caseReference })}`}</small></p>
        </div>
        <DecisionMenu personId={personId} decision={decision} onOpen={setOpen} />
      </div>
      <p className="decision-words">{decision.decided}</p>
      <p className="cluster">
        {decision.replacedBy !== null && <Tag>{t('decisions.replaced')}</Tag>}
        {decision.replaces !== null && <Tag tone="info">{t(`decisions.replaces.${decision.replaces.why}`)}</Tag>}
        {decision.toldOn === null ? <Tag tone="warning">{t('decisions.notTold')}</Tag> : decision.toldHow !== null && <small>{t('decisions.told', { date: formatDate(decision.toldOn), how: t(`told.how.${decision.toldHow}`) })}</small>}
      </p>
      {complaints.map((one) => <ComplaintItem key={one.id} complaint={one} others={others} />)}
      <ToldDialog decision={decision} open={open === 'told'} onClose={close} />
      <ReceiveComplaintDialog decision={decision} open={open === 'complaint'} onClose={close} />
      <RecomputeDialog decision={decision} open={open === 'recompute'} onClose={close} />
    </li>
  )
}

/** Every decision about her, newest first, with what became of it. */
export function DecisionList({ personId }: { personId: string }) {
  const t = useText('decision')
  const query = useApi('programme.listDecisions', { personId })
  return (
    <Section title={t('decisions.title')} count={query.data?.decisions.length || undefined}>
      <Loaded query={query} rows={2}>{({ decisions, complaints }) => decisions.length === 0 ? <EmptyState title={t('decisions.empty')}>{t('decisions.emptyHelp')}</EmptyState> : (
        <ul className="decision-list">{decisions.map((one) => <DecisionItem key={one.id} personId={personId} decision={one} others={decisions} complaints={complaints.filter(({ decisionId }) => decisionId === one.id)} />)}</ul>
      )}</Loaded>
    </Section>
  )
}
