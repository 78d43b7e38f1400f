import { memo } from 'react'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Link } from '#web/ui/Link.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { verdictTones } from '../../web/words.ts'
import type { RowAction } from '../cohort.schema.ts'
import { forwardAddress, nameOf, placeAddress, useCriterionText, type Place, type Row } from './words.ts'

type Props = { row: Row; place: Place | undefined; isActive: boolean; onAsk: (row: Row, action: RowAction) => void }

/** What was decided of a row, in words. */
function Marks({ row }: { row: Row }) {
  const t = useText('cohort')
  return (
    <span className="cluster cohort-marks">
      {row.released && <Tag tone="success">{t('filter.released')}</Tag>}
      {row.putForward && <Tag tone="success">{t('row.putForward')}</Tag>}
      {row.isPinned && !row.released && !row.putForward && <Tag tone="accent">{t('pinned')}</Tag>}
      {row.source === 'hand' && <Tag tone="info">{t('byHand')}</Tag>}
      {row.forbids.length > 0 && <Tag>{t('row.forbids', { count: row.forbids.length })}</Tag>}
    </span>
  )
}

/** Why she is where she is, and what is against it. */
function Why({ row, place }: { row: Row; place: Place }) {
  const t = useText('cohort')
  const find = useFindText()
  const text = useCriterionText()
  return (
    <div className="cohort-why">
      <p className="cohort-place"><Link to={placeAddress(place)}>{place.title}</Link>{place.employerName !== null && <> · <bdi>{place.employerName}</bdi></>}{place.sharedBy !== null && <> <Tag tone="info">{t('place.from', { municipality: place.sharedBy })}</Tag></>}{row.verdict && <> <Tag tone={verdictTones[row.verdict]}>{find(`verdict.${row.verdict}`, 'matching') ?? row.verdict}</Tag></>}</p>
      <p><span className="cohort-label">{t('row.why')}</span> {row.reasons.length === 0 ? t('row.noReasons') : row.reasons.map(text).join(' · ')}</p>
      {!row.hasGround && row.reasons.length > 0 && <p className="cohort-warn">{t('row.noReasons')}</p>}
      {row.against.length > 0 && <p className="cohort-warn"><span className="cohort-label">{t('row.against')}</span> {row.against.map(text).join(' · ')}</p>}
    </div>
  )
}

/** Why she is without a place, and what shuts her out of most of them. */
function WhyNot({ row }: { row: Row }) {
  const t = useText('cohort')
  const find = useFindText()
  return (
    <div className="cohort-why">
      {row.without && <p className="cohort-place">{t(`without.${row.without}`)}</p>}
      <p className="cohort-quiet">{t('row.possible', { count: row.possible })}</p>
      {row.without !== 'held' && row.blocked.length > 0 && <p>{row.blocked.map(({ kind, count }) => `${find(`blocked.${kind}`, 'matching') ?? kind}: ${t('row.blocked', { count })}`).join(' · ')}</p>}
      {row.without !== 'held' && <p><Link to={`/people/${row.person.id}`} search={{ tab: 'help-help' }}>{t('row.help')}<span className="ds-sr-only">: {nameOf(row)}</span></Link></p>}
    </div>
  )
}

function Released({ released: { at, by, presentationId } }: { released: NonNullable<Row['released']> }) {
  const t = useText('cohort')
  const { formatDate } = useFormat()
  return <div className="cohort-actions cohort-actions--done"><p>{t('row.releasedBy', { day: formatDate(at.slice(0, 10)), by })}</p><Link to={`/matches/${presentationId}`}>{t('row.proposal')}</Link></div>
}

function PutForward({ row: { putForward }, place }: { row: Row; place: Place | undefined }) {
  const t = useText('cohort')
  const { formatDate } = useFormat()
  return <div className="cohort-actions cohort-actions--done"><p>{t('row.putForwardOn', { day: formatDate(putForward?.on ?? '') })}</p>{place && <Link to={placeAddress(place)}>{t('row.answer')}</Link>}</div>
}

/** What can be done with a row: one at a neighbour's place is not released, her yes is asked for on a page of its own. */
function Actions({ row, onAsk }: Pick<Props, 'row' | 'onAsk'>) {
  const t = useText('cohort')
  const name = nameOf(row)
  return <>{row.actions.map((action) => (action === 'putForward' ? <LinkButton key={action} to={forwardAddress(row)}>{t('action.putForward')}<span className="ds-sr-only"> {name}</span></LinkButton>
    : <Button key={action} kind={action === 'release' ? 'secondary' : 'quiet'} onClick={() => onAsk(row, action)}>{t(`action.${action}`)}<span className="ds-sr-only"> {name}</span></Button>))}</>
}

/** One person in a plan. Its buttons are there while it is pointed at or has the focus; a row is one stop for the keyboard. */
export const RowItem = memo(({ row, place, isActive, onAsk }: Props) => {
  const t = useText('cohort')
  const name = nameOf(row)
  return (
    <div className="cohort-row" role="group" aria-label={name} tabIndex={isActive ? 0 : -1} data-person={row.person.id} data-active={isActive || undefined}>
      <div className="cohort-who">
        <PersonName name={name} to={isActive ? `/people/${row.person.id}` : undefined} />
        {row.person.adviserName !== null && <span className="cohort-quiet">{t('row.adviser', { name: row.person.adviserName })}</span>}
        <Marks row={row} />
      </div>
      {place ? <Why row={row} place={place} /> : <WhyNot row={row} />}
      {row.released ? <Released released={row.released} /> : row.putForward ? <PutForward row={row} place={place} /> : <div className="cohort-actions no-print" data-size="sm">{isActive && <Actions row={row} onAsk={onAsk} />}</div>}
    </div>
  )
})
