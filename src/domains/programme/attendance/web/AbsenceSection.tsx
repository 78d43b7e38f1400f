import { useState } from 'react'
import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { WithdrawDialog } from './AbsenceDialog.tsx'
import { decisionTones, usePeriod } from './words.ts'

type Absence = NonNullable<Output<'programme.getAttendance'>['absences']>[number]

function Line({ one, onChange, onWithdraw }: { one: Absence; onChange: () => void; onWithdraw: () => void }) {
  const t = useText('attendance')
  const period = usePeriod()
  const { formatDate, formatNumber } = useFormat()
  const isOver = one.isReplaced || one.decision === 'withdrawn'
  return (
    <li data-over={isOver}>
      <div>
        <strong>{t(`kind.${one.kind}`)}</strong> <Tag tone={decisionTones[one.decision]}>{t(`decision.${one.decision}`)}</Tag>{one.isAbroad && <Tag tone="info">{t('absence.isAbroad')}</Tag>}{one.isPaid && <Tag>{t('absence.paid')}</Tag>}{one.correctsId && <Tag>{t('absence.isCorrection')}</Tag>}
        <p>{period(one)}{one.minutesEachDay !== null && ` · ${t('absence.partOfDay', { hours: formatNumber(one.minutesEachDay / 60, { maximumFractionDigits: 1 }) })}`}{one.welfareReason && ` · ${t(`welfare.${one.welfareReason}`)}`}</p>
        <p>{t(`certification.${one.certification}`)}{one.documentedOn && ` ${formatDate(one.documentedOn)}`}{one.decidedOn && one.decidedByName && <> · {t('absence.decidedBy', { decision: t(`decision.${one.decision}`), name: one.decidedByName, date: formatDate(one.decidedOn) })}</>}{one.withBenefit !== null && ` · ${t(one.withBenefit ? 'absence.withBenefitYes' : 'absence.withBenefitNo')}`}</p>
        {one.decisionNote && <p className="desk-list__words">{one.decisionNote}</p>}
        {one.isReplaced && <p><small>{t('absence.replaced')}</small></p>}
      </div>
      {!isOver && <div className="cluster"><Button kind="quiet" onClick={onChange}>{t(one.isPaid ? 'absence.correct' : one.decision === 'pending' ? 'absence.decide' : 'absence.change')}<span className="ds-sr-only"> {period(one)}</span></Button><Button kind="quiet" onClick={onWithdraw}>{t('absence.withdraw')}<span className="ds-sr-only"> {period(one)}</span></Button></div>}
    </li>
  )
}

/** The month's absences with papers and decisions. What was corrected or taken back stays in sight, and counts no more. */
export function AbsenceSection({ absences, selfText, onChange }: { absences: readonly Absence[]; selfText: string | undefined; onChange: (absence: Absence) => void }) {
  const t = useText('attendance')
  const [withdrawing, setWithdrawing] = useState<Absence>()
  return (
    <Section title={t('month.absences')} count={absences.length || undefined} description={selfText}>
      {absences.length === 0 ? <p>{t('month.noAbsence')}</p> : <ul className="desk-list">{absences.map((one) => <Line key={one.id} one={one} onChange={() => onChange(one)} onWithdraw={() => setWithdrawing(one)} />)}</ul>}
      <WithdrawDialog absence={withdrawing} onClose={() => setWithdrawing(undefined)} />
    </Section>
  )
}
