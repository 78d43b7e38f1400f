import { useCommand, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { showsAbsence, usePeriod } from './words.ts'

type Report = Output<'programme.getAbsenceDesk'>['reports'][number]
const REASONS = ['came_after_all', 'known_already', 'mistake'] as const

/** Reports that wait for their kind: who, when, what was said and by whom; then given a kind, or laid aside. */
export function ReportList({ reports, onCode, isOfOne = false }: { reports: readonly Report[]; onCode: (report: Report) => void; isOfOne?: boolean }) {
  const t = useText('attendance')
  const period = usePeriod()
  const { formatMoment } = useFormat()
  const dismiss = useCommand('programme.dismissReport', { refreshes: showsAbsence, success: t('report.dismissed') })
  return (
    <ul className="desk-list">{reports.map((one) => (
      <li key={one.id}>
        <div>
          {!isOfOne && <PersonName name={one.personName} to={`/people/${one.personId}?tab=attendance-attendance`} />}
          <p>{period(one)} · {t(`channel.${one.channel}`)}{one.toldBy && <>, <bdi>{one.toldBy}</bdi></>} · {formatMoment(one.toldAt)}</p>
          {one.words && <p className="desk-list__words" dir="auto">{one.words}</p>}
        </div>
        <div className="cluster"><Button onClick={() => onCode(one)}>{t('report.code')}<span className="ds-sr-only"> {one.personName}</span></Button>
          <Menu label={`${t('report.dismiss')} ${one.personName}`} groups={[{ heading: t('report.dismiss'), items: REASONS.map((reason) => ({ key: reason, label: t(`report.${reason}`), onSelect: () => { void dismiss.run({ id: one.id, version: one.version, reason }) } })) }]} /></div>
      </li>))}</ul>
  )
}
