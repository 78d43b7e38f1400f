import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Timeline, type TimelineItem } from '#web/ui/Timeline.tsx'
import type { Agreement } from './agreementShown.ts'

const silent = new Set(['revision', 'version'])

/** What was changed and by whom, and every yes that was given or taken back; newest first. */
export function HistorySection({ agreement }: { agreement: Agreement }) {
  const t = useText('placements')
  const find = useFindText()
  const { formatMoment } = useFormat()
  const fieldName = (field: string): string => find(`field.${field}`, 'placements') ?? field
  const changes = agreement.changes.map((one, at): TimelineItem & { at: string } => ({ id: `change-${String(at)}`, at: one.at, when: formatMoment(one.at),
    title: <>{find(`operation.${one.operation}`, 'placements') ?? one.operation}{one.by && <> (<bdi>{one.by}</bdi>)</>}</>, text: one.fields.filter((field) => !silent.has(field)).map(fieldName).join(', ') }))
  const approvals = agreement.approvals.flatMap((one): (TimelineItem & { at: string })[] => [
    { id: one.id, at: one.approvedAt, when: formatMoment(one.approvedAt), tone: 'success', title: t('history.approved', { party: t(`party.${one.party}`) }), text: <><bdi>{one.name}</bdi>, {t(`how.${one.how}`)}</> },
    ...(one.withdrawnAt ? [{ id: `${one.id}-withdrawn`, at: one.withdrawnAt, when: formatMoment(one.withdrawnAt), tone: 'warning' as const, title: t('history.withdrawn', { party: t(`party.${one.party}`) }), text: one.withdrawnReason && t(`withdrawnReason.${one.withdrawnReason}`) }] : []),
  ])
  const items = [...changes, ...approvals].toSorted((a, b) => b.at.localeCompare(a.at))
  if (items.length === 0) return null
  return <Section title={t('history.title')}><Timeline items={items} /></Section>
}
