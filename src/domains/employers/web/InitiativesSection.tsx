import { useState } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import type { Employer } from '../employer.schema.ts'
import type { Initiative } from '../initiative.schema.ts'
import { AnswerInitiativeForm, PassOnInitiativeForm, ReceiveInitiativeForm } from './InitiativeForms.tsx'

const tones: Record<Initiative['outcome'], Tone> = { open: 'info', yes: 'success', no: 'neutral', kept_as_wish: 'accent' }
type Doing = { what: 'receive' } | { what: 'answer' | 'passOn'; initiative: Initiative }

/** What the employer has offered or asked for by herself, each with an owner, a date and an answer (EMP-04). */
export function InitiativesSection({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const [doing, setDoing] = useState<Doing>()
  const close = (): void => setDoing(undefined)
  const may = employer.actions.includes('receiveInitiative')
  return (
    <Section title={t('initiatives.title')} count={employer.initiatives.length} description={t('initiatives.description')}
      actions={may && <Button kind="primary" icon="plus" onClick={() => setDoing({ what: 'receive' })}>{t('initiative.receive')}</Button>}>
      {employer.initiatives.length === 0 ? <EmptyState title={t('initiatives.empty')}>{t('initiatives.emptyHelp')}</EmptyState>
        : <InitiativeList initiatives={employer.initiatives} onDo={employer.actions.includes('handOver') ? setDoing : undefined} />}
      <Dialog open={doing !== undefined} onClose={close} title={doing ? t(`initiative.${doing.what}`) : ''}>
        {doing?.what === 'receive' && <ReceiveInitiativeForm employer={employer} onClose={close} />}
        {doing?.what === 'answer' && <AnswerInitiativeForm initiative={doing.initiative} onClose={close} />}
        {doing?.what === 'passOn' && <PassOnInitiativeForm initiative={doing.initiative} onClose={close} />}
      </Dialog>
    </Section>
  )
}

function InitiativeList({ initiatives, onDo }: { initiatives: readonly Initiative[]; onDo: ((doing: Doing) => void) | undefined }) {
  const t = useText('employers')
  const { formatDate } = useFormat()
  return (
    <Timeline items={initiatives.map((one) => ({
      id: one.id, tone: one.isLate ? 'danger' : tones[one.outcome], when: t('initiative.received', { day: formatDate(one.receivedOn), name: one.ownerName }), title: one.wording,
      text: <div className="stack">
        <div className="cluster">
          <Tag tone={one.isLate ? 'danger' : tones[one.outcome]}>{one.isLate ? t('initiative.late') : t(`outcome.${one.outcome}`)}</Tag>
          <span>{one.answeredOn ? t('initiative.answeredOn', { day: formatDate(one.answeredOn) }) : t('initiative.dueOn', { day: formatDate(one.answerDue) })}</span>
        </div>
        {one.outcomeNote && <p>{one.outcomeNote}</p>}
        {onDo && one.outcome === 'open' && <div className="cluster no-print">
          <Button onClick={() => onDo({ what: 'answer', initiative: one })}>{t('initiative.answer')}</Button>
          <Button kind="quiet" onClick={() => onDo({ what: 'passOn', initiative: one })}>{t('initiative.passOn')}</Button>
        </div>}
      </div>,
    }))} />
  )
}
