import { useState } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Employer } from '../employer.schema.ts'
import { isOpen } from '../request.core.ts'
import type { Request } from '../request.schema.ts'
import { AnswerRequestDialog } from './AnswerRequestDialog.tsx'
import { JoinRequestsDialog } from './JoinRequestsDialog.tsx'
import { PressureNotice } from './PressureNotice.tsx'
import { PressurePicture } from './PressurePicture.tsx'

const tones: Record<Request['answer'], Tone> = { open: 'warning', yes: 'success', no: 'neutral', later: 'info', joined: 'neutral', withdrawn: 'neutral' }

/** The request ledger (EMP-03): who has asked for what, what came of it, and how it presses over time. */
export function RequestsSection({ employer, onNote }: { employer: Employer; onNote: () => void }) {
  const t = useText('employers')
  const { formatDate } = useFormat()
  const [answering, setAnswering] = useState<Request>()
  const [joining, setJoining] = useState(false)
  const { requests, pressure } = employer
  const mayNote = employer.actions.includes('noteRequest')
  const open = requests.filter(isOpen)
  return (
    <Section title={t('tab.requests')} count={open.length} actions={mayNote && <>
      {open.length > 1 && <Button onClick={() => setJoining(true)}>{t('request.join')}</Button>}
      <Button kind="primary" icon="plus" onClick={onNote}>{t('request.note')}</Button>
    </>}>
      {requests.length === 0 ? <EmptyState title={t('request.empty')}>{t('request.emptyHelp')}</EmptyState> : (
        <div className="stack">
          {pressure.crosses ? <PressureNotice pressure={pressure} /> : <p>{t('pressure.calm')}</p>}
          <PressurePicture requests={requests} cap={employer.requestCap} />
          <Table caption={t('tab.requests')} hideCaption rows={requests} rowKey={({ id }) => id} columns={[
            { key: 'about', header: t('request.about'), names: true, cell: (one) => <>{one.about}<br /><small>{t('request.places', { count: one.seats })}</small></> },
            { key: 'askedBy', header: t('request.askedBy'), cell: (one) => t(`asked.${one.askedBy}`) },
            { key: 'askedOn', header: t('request.askedOn'), cell: (one) => <div>{formatDate(one.askedOn)}<br /><small>{t('request.by', { name: one.notedBy })}</small></div> },
            { key: 'answer', header: t('request.answer'), cell: (one) => <div>
              <Tag tone={tones[one.answer]}>{t(`answer.${one.answer}`)}</Tag>
              {one.answeredOn && <> <small>{formatDate(one.answeredOn)}</small></>}{one.answerNote && <><br />{one.answerNote}</>}
            </div> },
            ...(mayNote ? [{ key: 'actions', header: t('column.actions'), cell: (one: Request) => one.answer === 'joined' ? null
              : <Button kind="quiet" onClick={() => setAnswering(one)}>{t(isOpen(one) ? 'request.answerThis' : 'request.changeAnswer')}</Button> }] : []),
          ]} />
        </div>
      )}
      <AnswerRequestDialog request={answering} onClose={() => setAnswering(undefined)} />
      <JoinRequestsDialog requests={open} open={joining} onClose={() => setJoining(false)} />
    </Section>
  )
}
