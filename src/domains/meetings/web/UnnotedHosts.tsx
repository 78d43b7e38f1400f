import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { unnotedOf } from '../unnoted.core.ts'
import { useKeepPlace } from './keep-focus.ts'
import { showsDay, type Change, type Day } from './words.ts'

/** On the day, until every employer is noted: their meetings would not count. One press each. */
export function UnnotedHosts({ day, onChange }: { day: Day; onChange: (change: Change) => void }) {
  const t = useText('meetings')
  const mark = useCommand('meetings.markEmployer', { refreshes: showsDay, onDone: onChange })
  const { employers } = unnotedOf(day)
  const { list, pressed } = useKeepPlace<HTMLDivElement>(employers.map(({ id }) => id), 'h1')
  const begins = day.rounds[0]?.from ?? ''
  if (employers.length === 0) return null
  return (
    <Notice tone={day.isToday && day.clock >= begins ? 'warning' : 'info'} title={t('unnoted.hosts', { count: employers.length })}>
      <p>{t('unnoted.hostsHelp')}</p>
      <div className="cluster meeting-here" ref={list}>{employers.map((one) => <Button key={one.id} icon="check" pending={mark.pending} onClick={() => { pressed(one.id); void mark.run({ dayId: day.id, id: one.id, as: 'came' }) }}>{t('unnoted.here', { name: one.name })}</Button>)}</div>
    </Notice>
  )
}
