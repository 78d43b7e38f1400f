import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'

type Report = Output<'meetings.getReport'>
type Share = Report['shares']['came']
type Line = { key: 'came' | 'held' | 'both' | 'offers' | 'places'; share: Share }

/** A share with the interval it lies in, where few are counted. */
function Percent({ share }: { share: Share }) {
  const t = useText('meetings')
  const { formatNumber } = useFormat()
  const percent = (value: number): string => formatNumber(Math.round(value * 100))
  if (share === null) return <>{t('report.nobody')}</>
  return <>{t('report.share', { share: percent(share.share), count: share.count, of: share.of })}{share.isSmall && <small> {t('report.interval', { low: percent(share.low), high: percent(share.high) })}</small>}</>
}

function Counts({ report }: { report: Report }) {
  const t = useText('meetings')
  const { ours, others, employers } = report
  const rows = [
    { name: t('report.ours'), ...ours }, { name: t('report.others'), ...others },
    { name: t('tab.employers'), invited: employers.invited, saidYes: null, came: employers.came, noShow: null }]
  return <Table caption={t('report.counts')} hideCaption rows={rows} rowKey={({ name }) => name} columns={[
    { key: 'name', header: t('report.who'), names: true, cell: ({ name }) => name }, { key: 'invited', header: t('report.invited'), align: 'end', cell: ({ invited }) => invited },
    { key: 'saidYes', header: t('report.saidYes'), align: 'end', cell: ({ saidYes }) => saidYes ?? '–' }, { key: 'came', header: t('report.cameCount'), align: 'end', cell: ({ came }) => came }, { key: 'noShow', header: t('report.noShow'), align: 'end', cell: ({ noShow }) => noShow ?? '–' }]} />
}

/** For how many of each municipality the day was: what each of them is to be told. */
function ByMunicipality({ report }: { report: Report }) {
  const t = useText('meetings')
  return <Table caption={t('report.byMunicipality')} hideCaption rows={report.byMunicipality} rowKey={({ name }) => name ?? ''} columns={[
    { key: 'name', header: t('report.municipality'), names: true, cell: ({ name }) => name ?? t('report.noMunicipality') }, { key: 'invited', header: t('report.invited'), align: 'end', cell: ({ invited }) => invited },
    { key: 'saidYes', header: t('report.saidYes'), align: 'end', cell: ({ saidYes }) => saidYes }, { key: 'came', header: t('report.cameCount'), align: 'end', cell: ({ came }) => came }, { key: 'noShow', header: t('report.noShow'), align: 'end', cell: ({ noShow }) => noShow }]} />
}

/** The report of a day: numbers alone, shares with their intervals. */
export function ReportSection({ dayId }: { dayId: string }) {
  const t = useText('meetings')
  return (
    <Section title={t('report.title')} description={t('report.help')} actions={<PrintButton />}>
      <Loaded query={useApi('meetings.getReport', { dayId })} rows={5}>{(report) => (
        <div className="stack">
          {report.unnoted.meetings > 0 && <Notice tone="warning" title={t('report.unnoted', { count: report.unnoted.meetings })}><p>{t('report.unnotedHelp', { employers: report.unnoted.employers, guests: report.unnoted.guests })}</p></Notice>}
          <Counts report={report} />
          {report.byMunicipality.length > 1 && <ByMunicipality report={report} />}
          <Table<Line, 'what' | 'share'> caption={t('report.shares')} hideCaption rowKey={({ key }) => key} rows={(['came', 'held', 'both', 'offers', 'places'] as const).map((key) => ({ key, share: report.shares[key] }))} columns={[
            { key: 'what', header: t('report.what'), names: true, cell: ({ key }) => t(`report.of.${key}`) }, { key: 'share', header: t('report.howMany'), cell: ({ share }) => <Percent share={share} /> }]} />
          <p>{t('report.second', { count: report.secondMeetings })}</p>
        </div>
      )}</Loaded>
    </Section>
  )
}
