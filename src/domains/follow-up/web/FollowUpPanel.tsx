import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import type { FollowUp } from '../follow-up.schema.ts'
import { ConcernDialog } from './ConcernDialog.tsx'
import { ContactActions } from './ContactActions.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { dueTones, moodTones } from './words.ts'
import './follow-up.css'

function Planned({ contact }: { contact: FollowUp }) {
  const t = useText('follow-up')
  const { formatDate } = useFormat()
  const title = `${t(`kind.${contact.kind}`)} ${contact.dueOn ? formatDate(contact.dueOn) : ''}`
  return (
    <li className="contact">
      <div className="contact__what"><strong>{title}</strong> <Tag tone={dueTones[contact.state]}>{t(`state.${contact.state}`)}</Tag>
        {contact.raisedBy && <p>{t('panel.raisedBy', { who: t(`party.${contact.raisedBy}`) })}</p>}{contact.kind === 'concern' && <p>{contact.note}</p>}</div>
      <ContactActions contact={contact} about={title} />
    </li>
  )
}

function Done({ contact }: { contact: FollowUp }) {
  const t = useText('follow-up')
  const { formatDate } = useFormat()
  const step = contact.nextStep
  return (
    <>
      {contact.kind !== 'concern' && <p>{contact.talkedWith.length > 0 ? t('panel.talkedWith', { who: contact.talkedWith.map((who) => t(`party.${who}`)).join(', ') }) : t('panel.nobody')}</p>}
      {contact.note && <p className="contact__note">{contact.note}</p>}
      {step && <p><strong>{contact.kind === 'concern' ? t('panel.answer', { step }) : t('panel.nextStep', { step })}</strong>{contact.nextStepDue && ` · ${t('note.nextStepDue')} ${formatDate(contact.nextStepDue)}`}</p>}
      {contact.mood && <Tag tone={moodTones[contact.mood]}>{t(`mood.${contact.mood}`)}</Tag>}
      <ContactActions contact={contact} about={t(`kind.${contact.kind}`)} />
    </>
  )
}

/** Planned and done contact during a placement. */
export function FollowUpPanel({ id }: { id: string }) {
  const t = useText('follow-up')
  const { formatDate } = useFormat()
  const query = useApi('followUp.listFollowUps', { agreementId: id })
  const [open, setOpen] = useState<'note' | 'plan' | 'concern'>()
  const close = (): void => setOpen(undefined)
  const buttons = query.data?.mayPlan && <>
    <Button kind="primary" icon="phone" onClick={() => setOpen('note')}>{t('action.noteNew')}</Button>
    <Button icon="calendar" onClick={() => setOpen('plan')}>{t('action.plan')}</Button>
    <Button icon="warning" onClick={() => setOpen('concern')}>{t('action.concern')}</Button></>
  return (
    <Section title={t('panel.title')} description={t('panel.help')} actions={buttons}>
      <Loaded query={query} rows={3}>{({ followUps }) => {
        const planned = followUps.filter(({ doneOn }) => doneOn === null)
        const done = followUps.filter(({ doneOn }) => doneOn !== null).toSorted((a, b) => (b.doneOn ?? '').localeCompare(a.doneOn ?? ''))
        if (followUps.length === 0) return <EmptyState title={t('panel.empty')}>{t('panel.emptyHelp')}</EmptyState>
        return <div className="stack">
          {planned.length > 0 && <><h3>{t('panel.planned')}</h3><ul className="contacts">{planned.map((one) => <Planned key={one.id} contact={one} />)}</ul></>}
          {done.length > 0 && <><h3>{t('panel.history')}</h3><Timeline items={done.map((one) => ({ id: one.id, when: one.doneOn ? formatDate(one.doneOn) : '', tone: one.mood ? moodTones[one.mood] : 'neutral',
            title: t('panel.doneBy', { kind: t(`kind.${one.kind}`), date: one.doneOn ? formatDate(one.doneOn) : '', name: one.doneByName ?? '' }), text: <Done contact={one} /> }))} /></>}
        </div>
      }}</Loaded>
      <NoteDialog agreementId={id} open={open === 'note'} onClose={close} />
      <PlanDialog agreementId={id} open={open === 'plan'} onClose={close} />
      <ConcernDialog agreementId={id} open={open === 'concern'} onClose={close} />
    </Section>
  )
}
