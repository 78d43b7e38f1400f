import { useCommand } from '#web/api.ts'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { StoredStep } from '../talk.schema.ts'
import { showsTalks } from './words.ts'

/** What was agreed: what, who and by when; done is noted with one press and can be taken back. */
export function AgreedSteps({ steps, maySettle }: { steps: readonly StoredStep[]; maySettle: boolean }) {
  const t = useText('talks')
  const textOf = useRefusalText()
  const { today } = useMe()
  const { formatDate } = useFormat()
  const settle = useCommand('programme.settleAgreedStep', { refreshes: showsTalks })
  return (
    <div className="stack">
      {settle.refusals.length > 0 && <Notice tone="warning" title={settle.refusals.map((one) => textOf(one)).join(' ')} />}
      <ul className="talk-list">{steps.map((step) => (
        <li key={step.id} className="talk-item">
          <div><p className="talk-text">{step.what}</p>
            <p className="cluster"><small>{t(`owner.${step.who}`)}{step.dueOn !== null && ` · ${t('steps.due', { date: formatDate(step.dueOn) })}`}</small>
              {step.doneOn !== null ? <Tag tone="success">{t('steps.doneOn', { date: formatDate(step.doneOn) })}</Tag> : step.dueOn !== null && step.dueOn < today && <Tag tone="danger">{t('steps.late')}</Tag>}</p></div>
          {maySettle && <Button kind="quiet" icon={step.doneOn === null ? 'check' : undefined} pending={settle.pending} onClick={() => { void settle.run({ id: step.id, version: step.version, doneOn: step.doneOn === null ? today : null }) }}>{t(step.doneOn === null ? 'steps.done' : 'steps.reopen')}<span className="ds-sr-only">: {step.what}</span></Button>}
        </li>))}</ul>
    </div>
  )
}
