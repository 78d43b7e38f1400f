import { useState } from 'react'
import { z } from 'zod'
import { useApi, useCommand, fileAddress } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { useFilters, usePathParam } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { ApproveSection } from './ApproveSection.tsx'
import { ChangesSection } from './ChangesSection.tsx'
import { Computing } from './Computing.tsx'
import { IssuesSection } from './IssuesSection.tsx'
import { QuietSection } from './QuietSection.tsx'
import type { Run } from './run.ts'
import { showsRun, stateTones, useKroner, useMonth } from './words.ts'
import './benefit.css'

const Shown = z.object({ page: z.coerce.number().int().min(0).default(0) })

/** What the run comes to, in figures one takes in at a glance. */
function Sums({ run }: { run: Run }) {
  const t = useText('benefit')
  const kroner = useKroner()
  const { formatDate, formatNumber } = useFormat()
  const last = run.lastMonth
  return (
    <dl className="sums">
      <div><dt>{t('run.sum')}</dt><dd>{kroner(run.totalOre)}</dd></div>
      <div><dt>{t('run.people')}</dt><dd>{formatNumber(run.people)}</dd></div>
      <div><dt>{t('run.change')}</dt><dd>{last === null ? '–' : kroner(run.totalOre - last.totalOre, { signed: true })}
        <small>{last === null ? t('run.changeNone') : t('run.changePeople', { difference: formatNumber(run.people - last.people, { signDisplay: 'exceptZero' }) })}</small></dd></div>
      <div><dt>{t('run.payOn')}</dt><dd>{formatDate(run.payOn)}</dd></div>
    </dl>
  )
}

function Held({ run }: { run: Run }) {
  const t = useText('benefit')
  const may = useMay()
  const { formatDate } = useFormat()
  if (run.held.length === 0) return null
  return (
    <Section title={t('held.title')} count={run.held.length} description={t('held.help')}>
      <ul className="holds">{run.held.map(({ personId, personName, since, reason, by }) => (
        <li key={personId}><PersonName name={personName} to={may('people.read') ? `/people/${personId}?tab=benefit-benefit` : undefined} /><span>{t('held.line', { reason: t(`hold.${reason}`), day: formatDate(since), by })}</span></li>))}</ul>
    </Section>
  )
}

function File({ run }: { run: Run }) {
  const t = useText('benefit')
  const fetch = (withMark: boolean): void => { location.assign(fileAddress('programme.getPayrollFile', { runId: run.id, withMark })) }
  return (
    <Section title={t('file.get')} description={t('file.help')}>
      <div className="cluster"><Button kind="primary" icon="file" onClick={() => fetch(false)}>{t('file.get')}</Button><Button kind="quiet" onClick={() => fetch(true)}>{t('file.getWithMark')}</Button></div>
    </Section>
  )
}

function RunView({ run, text, onText }: { run: Run; text: string; onText: (text: string) => void }) {
  const t = useText('benefit')
  const month = useMonth()
  const { formatMoment } = useFormat()
  const again = useCommand('programme.prepareBenefitRun', { refreshes: showsRun, success: t('run.againDone') })
  const [{ page }, change] = useFilters(Shown)
  return (
    <>
      <PageHeader title={t('run.title', { month: month(run.month) })} crumbs={[{ label: t('list.title'), to: '/benefit' }]}
        facts={<><Tag tone={stateTones[run.state]}>{t(`state.${run.state}`, { count: run.openIssues })}</Tag>{run.isProtected && <Tag tone="danger">{t('protected')}</Tag>}</>}
        description={run.approvedBy !== null && run.approvedAt !== null ? t('run.approved', { name: run.approvedBy, when: formatMoment(run.approvedAt) }) : t('run.prepared', { name: run.preparedBy, when: formatMoment(run.preparedAt) })}
        actions={run.actions.includes('prepare') && <Button pending={again.pending} onClick={() => { void again.run({ id: run.id, month: run.month, isProtected: run.isProtected, version: run.version }) }}>{t('run.again')}</Button>} />
      <div className="stack">
        {again.pending && <Computing people={run.people} />}
        <ErrorSummary refusals={again.refusals} />
        {run.state === 'returned' && <Notice tone="danger" title={t('run.returned', { name: run.returnedBy ?? '', reason: run.returnReason ?? '' })}>{t('run.returnedHelp')}</Notice>}
        <Sums run={run} />
        {run.actions.includes('file') && <File run={run} />}
        {run.state !== 'approved' && <ApproveSection run={run} />}
        <IssuesSection run={run} />
        <Held run={run} />
        <ChangesSection run={run} />
        <QuietSection run={run} text={text} onText={(next) => { onText(next); change({ page: 0 }) }} page={page} onPage={(next) => change({ page: next })} />
      </div>
    </>
  )
}

/** One month: its sums, what is to be looked at, approval, what changed, and the quiet rest. */
export function RunPage() {
  const runId = usePathParam('id')
  const [text, setText] = useState('')
  const [{ page }] = useFilters(Shown)
  const query = useApi('programme.getBenefitRun', { runId, text, page }, { keep: true })
  return <Loaded query={query} rows={10}>{(run) => <RunView run={run} text={text} onText={setText} />}</Loaded>
}
