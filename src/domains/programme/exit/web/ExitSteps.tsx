import { useState } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Exit, ExitStep } from '../exit.schema.ts'
import { SettleDialog } from './SettleDialog.tsx'
import { stepTones } from './words.ts'

function useDetailText(): (step: ExitStep) => string | undefined {
  const t = useText('exit')
  const { formatDate, formatNumber } = useFormat()
  return ({ norwegian, gap }) => {
    if (norwegian) return t('detail.norwegianText', { form: t(`form.${norwegian.form}`), provider: norwegian.provider, hours: formatNumber(norwegian.hoursPerWeek), from: formatDate(norwegian.from), agreed: norwegian.agreedWithEmployer ? 'yes' : 'no' })
    return gap ? t('detail.gapText', { last: formatDate(gap.lastBenefitOn), first: formatDate(gap.firstMoneyOn), coveredBy: gap.coveredBy }) : undefined
  }
}

/** The steps towards the end, the one that is due first on top, each with what it is for. */
export function ExitSteps({ exit }: { exit: Exit }) {
  const t = useText('exit')
  const { formatDate } = useFormat()
  const detailText = useDetailText()
  const [settling, setSettling] = useState<ExitStep>()
  return (
    <>
      <ol className="exit-steps">{exit.steps.map((step) => {
        const detail = detailText(step)
        return (
          <li key={step.kind} className="exit-step" data-state={step.state}>
            <div className="exit-step__when"><span>{formatDate(step.doneOn ?? step.dueOn)}</span><Tag tone={stepTones[step.state]}>{t(`state.${step.state}`)}</Tag></div>
            <div className="exit-step__what"><strong>{t(`step.${step.kind}`)}</strong><p>{t(`step.${step.kind}.why`)}</p>{detail && <p>{detail}</p>}{step.note && <p className="exit-step__note">{step.note}</p>}</div>
            {exit.actions.includes('settle') && <Button onClick={() => setSettling(step)}>{step.id === null ? t('step.settle') : t('step.change')}<span className="ds-sr-only"> {t(`step.${step.kind}`)}</span></Button>}
          </li>
        )
      })}</ol>
      {settling && <SettleDialog exit={exit} step={settling} onClose={() => setSettling(undefined)} />}
    </>
  )
}
