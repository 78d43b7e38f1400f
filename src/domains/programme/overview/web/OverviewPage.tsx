import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Overview } from '../overview.schema.ts'
import './overview.css'

function Figures({ overview }: { overview: Overview }) {
  const t = useText('overview')
  const figures = [['inProgramme', overview.inProgramme], ['waiting', overview.waiting], ['overdueStarts', overview.overdueStarts], ['endingSoon', overview.endingSoon], ['withoutPlan', overview.withoutPlan]] as const
  return <ul className="figures">{figures.map(([name, value]) => <li key={name} data-alarm={name === 'overdueStarts' && value > 0 ? '' : undefined}><strong>{value}</strong><span>{t(`figure.${name}`)}</span></li>)}</ul>
}

/** How many each adviser has, drawn against the norm: the bar is full at twice the norm. */
function Caseloads({ overview }: { overview: Overview }) {
  const t = useText('overview')
  const { formatNumber } = useFormat()
  return (
    <Section title={t('caseload.title')} description={t('caseload.help', { norm: overview.norm })}>
      <Table caption={t('caseload.title')} hideCaption rows={overview.caseload} rowKey={({ adviserName }) => adviserName ?? ''} columns={[
        { key: 'adviser', header: t('column.adviser'), names: true, cell: ({ adviserName }) => adviserName ?? t('noAdviser') },
        { key: 'inProgramme', header: t('column.inProgramme'), align: 'end', cell: ({ inProgramme }) => inProgramme },
        { key: 'waiting', header: t('column.waiting'), align: 'end', cell: ({ waiting }) => waiting },
        { key: 'after', header: t('column.after'), align: 'end', cell: ({ after }) => after },
        { key: 'share', header: t('column.share'), cell: ({ share }) => <span className="load"><span className="load__bar" aria-hidden="true"><span className="load__fill" data-over={share > 1 ? '' : undefined} style={{ inlineSize: `${Math.min(100, share * 50)}%` }} /></span>
          <span>{t('caseload.share', { percent: formatNumber(Math.round(share * 100)) })}</span>{share > 1 && <Tag tone="warning">{t('caseload.over')}</Tag>}</span> },
      ]} />
    </Section>
  )
}

function Waits({ overview }: { overview: Overview }) {
  const t = useText('overview')
  if (overview.waitReasons.length === 0) return <Section title={t('waits.title')}><EmptyState title={t('waiting.empty')} /></Section>
  return (
    <Section title={t('waits.title')} description={overview.unclear > 0 ? t('waits.unclear', { count: overview.unclear }) : undefined}>
      <Table caption={t('waits.title')} hideCaption rows={overview.waitReasons} rowKey={({ reason }) => reason ?? 'unknown'} columns={[
        { key: 'reason', header: t('column.why'), names: true, cell: ({ reason }) => (reason === null ? t('wait.unknown') : t(`reason.${reason}`)) },
        { key: 'count', header: t('column.count'), align: 'end', cell: ({ count }) => count },
        { key: 'longest', header: t('column.longest'), align: 'end', cell: ({ longest }) => t('days', { days: longest }) },
      ]} />
    </Section>
  )
}

function Groups({ overview }: { overview: Overview }) {
  const t = useText('overview')
  return (
    <Section title={t('groups.title')} description={t('groups.managerHelp')}>
      <Table caption={t('groups.title')} hideCaption rows={overview.groups} rowKey={({ group }) => group} columns={[
        { key: 'group', header: t('column.groups'), names: true, cell: ({ group }) => t(`group.${group}`) },
        { key: 'count', header: t('column.count'), align: 'end', cell: ({ count }) => count },
        { key: 'without', header: t('column.withoutStep'), align: 'end', cell: ({ withoutStep }) => (withoutStep > 0 ? <Tag tone="danger">{String(withoutStep)}</Tag> : 0) },
      ]} />
    </Section>
  )
}

const kinds = ['start', 'end', 'next_step'] as const

/** Every deadline, of nobody named: folded, since the table above says who must be asked. */
function AllDeadlines({ overview }: { overview: Overview }) {
  const t = useText('overview')
  const { formatDate } = useFormat()
  return (
    <details className="deadlines"><summary>{t('risk.all', { count: overview.atRisk.length })}</summary>
      <Table caption={t('risk.title')} hideCaption rows={overview.atRisk.map((one, at) => ({ ...one, at }))} rowKey={({ at }) => String(at)} columns={[
        { key: 'what', header: t('column.what'), names: true, cell: ({ what }) => t(`risk.${what}`) },
        { key: 'by', header: t('column.deadline'), cell: ({ by }) => formatDate(by) },
        { key: 'left', header: t('column.left'), cell: ({ daysLeft }) => <Tag tone={daysLeft < 0 ? 'danger' : 'warning'}>{daysLeft < 0 ? t('deadline.over', { days: -daysLeft }) : t('deadline.left', { days: daysLeft })}</Tag> },
        { key: 'adviser', header: t('column.adviser'), cell: ({ adviserName }) => adviserName ?? t('noAdviser') },
      ]} />
    </details>
  )
}

/** Past and near deadlines for each adviser: where to ask first. */
function AtRisk({ overview }: { overview: Overview }) {
  const t = useText('overview')
  const { atRisk } = overview
  const advisers = [...new Set(atRisk.map(({ adviserName }) => adviserName))]
  const cell = (adviserName: string | null, kind: (typeof kinds)[number]) => {
    const own = atRisk.filter((one) => one.adviserName === adviserName && one.what === kind)
    const late = own.filter(({ daysLeft }) => daysLeft < 0).length
    return <span className="cluster">{late > 0 && <Tag tone="danger">{t('risk.late', { count: late })}</Tag>}{own.length > late ? t('risk.near', { count: own.length - late }) : late === 0 && '–'}</span>
  }
  return (
    <Section title={t('risk.title')} count={atRisk.length} description={t('risk.help')}>
      {atRisk.length === 0 ? <EmptyState title={t('risk.empty')} /> : <>
        <Table caption={t('risk.title')} hideCaption rows={advisers.map((adviserName) => ({ adviserName }))} rowKey={({ adviserName }) => adviserName ?? ''} columns={[
          { key: 'adviser', header: t('column.adviser'), names: true, cell: ({ adviserName }) => adviserName ?? t('noAdviser') },
          ...kinds.map((kind) => ({ key: kind, header: t(`risk.${kind}`), cell: ({ adviserName }: { adviserName: string | null }) => cell(adviserName, kind) })),
        ]} />
        <AllDeadlines overview={overview} /></>}
    </Section>
  )
}

/** The programme from above: figures, deadlines, burdens. Nobody is named. */
export function OverviewPage() {
  const t = useText('overview')
  const query = useApi('programme.getOverview', {})
  return (
    <>
      <PageHeader title={t('title')} description={t('help')} />
      <Loaded query={query} rows={8}>{(overview) => <div className="stack"><Figures overview={overview} /><AtRisk overview={overview} /><Caseloads overview={overview} /><div className="side-by-side"><Waits overview={overview} /><Groups overview={overview} /></div></div>}</Loaded>
    </>
  )
}
