import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'

/** On the page of the day: employers who wait for an answer from me, or from somebody I stand in for. */
export function WaitingInitiatives() {
  const t = useText('employers')
  const { formatDate } = useFormat()
  const waiting = useApi('employers.listWaitingInitiatives', {})
  return (
    <Loaded query={waiting} rows={2}>{({ initiatives }) => initiatives.length === 0 ? <p>{t('waiting.empty')}</p> : (
      <Timeline items={initiatives.map((one) => ({
        id: one.id, when: t('initiative.dueOn', { day: formatDate(one.answerDue) }), tone: one.isLate ? 'danger' : 'info',
        title: <Link to={`/employers/${one.employerId}`} search={{ tab: 'initiatives' }}><bdi>{one.employerName}</bdi></Link>,
        text: <><p>{one.wording}</p><div className="cluster">
          {one.isLate && <Tag tone="danger">{t('initiative.late')}</Tag>}
          {one.role !== 'owner' && <Tag tone="neutral">{t(one.role === 'substitute' ? 'waiting.substitute' : 'waiting.contact')}</Tag>}
        </div></>,
      }))} />
    )}</Loaded>
  )
}
