import { useState } from 'react'
import { fileAddress, useApi, useCommand } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import { ContractSection } from './ContractSection.tsx'
import { HistorySection } from './HistorySection.tsx'
import { PathSection } from './PathSection.tsx'
import { PlanContentView } from './PlanContentView.tsx'
import './plan.css'
import type { Plan, PlanPage } from './words.ts'
import { WordsSection } from './WordsSection.tsx'
import { partKey, showsPlan } from './words.ts'

const signedTones: Record<Plan['signed'], Tone> = { none: 'neutral', unsigned: 'neutral', waiting: 'warning', signed: 'success', outdated: 'warning' }
const papers = ['nb', 'nn', 'en', 'uk', 'ar'] as const

function Missing({ plan }: { plan: Plan }) {
  const t = useText('plan')
  if (plan.missing === null) return <Notice tone="info">{t('missing.unknown')}</Notice>
  if (plan.missing.length === 0) return <p><Tag tone="success">{t('missing.none')}</Tag></p>
  return <Notice tone="warning" title={t('missing.title')}><ul>{plan.missing.map((part) => { const key = partKey(part); return <li key={part}>{key ? t(key) : part}</li> })}</ul></Notice>
}

function CloseDialog({ plan, open, onClose }: { plan: Plan; open: boolean; onClose: () => void }) {
  const t = useText('plan')
  const close = useCommand('programme.closePlan', { refreshes: showsPlan, success: t('close.done'), onDone: onClose })
  return <ConfirmDialog open={open} onClose={onClose} onConfirm={() => { void close.run({ planId: plan.id, version: plan.version }) }} title={t('close.title')} consequences={[t('close.consequence'), t('close.link')]} confirm={t('action.close')} danger pending={close.pending} refusals={close.refusals} />
}

function Head({ page, plan }: { page: PlanPage; plan: Plan }) {
  const t = useText('plan')
  const { formatDate } = useFormat()
  const [closing, setClosing] = useState(false)
  const paper = (locale: (typeof papers)[number]) => ({ key: locale, label: t(`paper.${locale}`), icon: 'file' as const, onSelect: () => { window.location.assign(fileAddress('programme.getPlanDocument', { planId: plan.id, locale })) } })
  const may = (action: PlanPage['actions'][number]): boolean => page.actions.includes(action)
  return (
    <Section title={t('edit.title')} actions={<>
      {may('change') && <LinkButton kind="primary" icon="edit" to={`/people/${page.personId}/plan`}>{t('action.change')}</LinkButton>}
      <Menu label={t('action.paper')} groups={[{ items: papers.map(paper) }]}><span>{t('action.paper')}</span></Menu>
      {may('close') && <Button kind="quiet" onClick={() => setClosing(true)}>{t('action.close')}</Button>}
    </>}>
      <div className="stack">
        <p className="cluster">
          <span>{t('revision', { revision: plan.revision, date: formatDate(page.revisions[0]?.madeAt.slice(0, 10) ?? plan.madeOn) })}</span>
          <Tag tone={signedTones[plan.signed]}>{t(`signed.${plan.signed}`)}</Tag>
          {plan.reviewOn !== null && <Tag tone={plan.review === 'late' ? 'warning' : 'neutral'}>{t(plan.review === 'late' ? 'review.late' : 'review.planned', { date: formatDate(plan.reviewOn) })}</Tag>}
        </p>
        <Missing plan={plan} />
      </div>
      <CloseDialog plan={plan} open={closing} onClose={() => setClosing(false)} />
    </Section>
  )
}

function None({ page }: { page: PlanPage }) {
  const t = useText('plan')
  return (
    <Section title={t('edit.title')}>
      <EmptyState title={t('empty')} action={page.actions.includes('make') ? <LinkButton kind="primary" to={`/people/${page.personId}/plan`}>{t('action.make')}</LinkButton> : undefined}>{t('empty.help')}</EmptyState>
    </Section>
  )
}

/** A participant's integration plan: what it says and lacks, what she has said, the path to it and after it. */
export function PlanPanel({ id }: { id: string }) {
  const { locale } = useLocale()
  const query = useApi('programme.getPlan', { personId: id, locale })
  return (
    <Loaded query={query} rows={8}>{(page) => (
      <>
        {page.plan ? <Head page={page} plan={page.plan} /> : <None page={page} />}
        {page.plan && <PlanContentView page={page} plan={page.plan} />}
        <WordsSection page={page} />
        {page.plan && <ContractSection page={page} plan={page.plan} />}
        <PathSection page={page} />
        {page.plan && page.revisions.length > 0 && <HistorySection page={page} plan={page.plan} />}
      </>
    )}</Loaded>
  )
}
