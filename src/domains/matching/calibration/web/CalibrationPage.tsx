import { z } from 'zod'
import { useApi, fileAddress } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import type { Calibration } from '../calibration.schema.ts'
import { DIMENSIONS, Dimension, OUTCOMES, Outcome } from '../calibration.schema.ts'
import { BinTable } from './BinTable.tsx'
import { GroupTable } from './GroupTable.tsx'
import { SharePicture } from './SharePicture.tsx'
import '../../web/matching.css'
import './calibration.css'

const Shown = z.object({ outcome: Outcome.catch('agreed').default('agreed'), dimension: Dimension.catch('gender').default('gender') })

function Cannot({ report }: { report: Calibration }) {
  const t = useText('calibration')
  const lines = [t('cannot.selection'), t('cannot.missing'), t('cannot.cause'), t('cannot.same'), t('cannot.many'), t('cannot.few', { smallest: report.smallest }), ...(report.weights > 1 ? [t('weights', { count: report.weights })] : []), t('cannot.weights')]
  return <Notice title={t('cannot.title')}><ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul></Notice>
}

function Report({ report }: { report: Calibration }) {
  const t = useText('calibration')
  const [{ outcome, dimension }, change] = useFilters(Shown)
  const rows = report.groups.find((one) => one.outcome === outcome && one.dimension === dimension)?.rows ?? []
  return (
    <div className="stack">
      <Select label={t('outcome')} value={outcome} onChange={(next) => change({ outcome: next ?? 'agreed' })} options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
      <p className="match-quiet">{t(`outcome.help.${outcome}`)}</p>
      <Section title={t('bins.title')} description={t('bins.help')}>
        <div className="calibration-side"><SharePicture bins={report.bins} outcome={outcome} /><BinTable bins={report.bins} total={report.total[outcome]} outcome={outcome} /></div>
      </Section>
      <Cannot report={report} />
      <Section title={t('groups.title')} description={t('groups.help', { smallest: report.smallest })}
        actions={<Select id="dimension" name="dimension" hideLabel label={t('dimension')} value={dimension} onChange={(next) => change({ dimension: next ?? 'gender' })} options={DIMENSIONS.map((value) => ({ value, label: t(`dimension.${value}`) }))} />}>
        <GroupTable rows={rows} smallest={report.smallest} />
      </Section>
    </div>
  )
}

/** Whether scores said anything of what happened: figures beside a picture, and what they cannot say. */
export function CalibrationPage() {
  const t = useText('calibration')
  const query = useApi('matching.getCalibration', {})
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} actions={<a className="ds-link" href={fileAddress('matching.getCalibrationFile', {})}>{t('export')}</a>} />
      <Loaded query={query} rows={8}>{(report) => <div className="stack"><p className="match-quiet">{t('material', { scored: report.scored, unscored: report.unscored })}</p>
        {report.bins.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHelp', { smallest: report.smallest })}</EmptyState> : <Report report={report} />}</div>}</Loaded>
    </>
  )
}
