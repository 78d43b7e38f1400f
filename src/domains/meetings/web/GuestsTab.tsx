import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { AddGuestsDialog } from './AddGuestsDialog.tsx'
import { GuestDialog } from './GuestDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import { ReplyChoice } from './ReplyChoice.tsx'
import { showsDay, type Day, type Guest } from './words.ts'

/** Who a guest is, for colleagues who may see her; else her number alone. */
export function GuestName({ guest, link }: { guest: Guest; link?: boolean }) {
  const t = useText('meetings')
  if (guest.personName !== null) return <PersonName name={guest.personName} {...(link && guest.personId !== null && { to: `/people/${guest.personId}` })} />
  return <span>{guest.isOurs ? t('guest.hidden') : guest.shownName ? <bdi>{guest.shownName}</bdi> : t('guest.other')}</span>
}

function GuestItem({ day, guest, may }: { day: Day; guest: Guest; may: boolean }) {
  const t = useText('meetings')
  const { languageName } = useNames()
  const [open, setOpen] = useState<'edit' | 'link'>()
  const remove = useCommand('meetings.removeGuest', { refreshes: showsDay, success: t('guest.removed') })
  const name = t('guest.number', { number: guest.number })
  const facts = [guest.language && t('guest.interpreter', { language: languageName(guest.language) }), (guest.from ?? guest.to) && `${guest.from ?? ''}–${guest.to ?? ''}`, guest.least > 0 && t('guest.leastCount', { count: guest.least }), guest.comesFrom, guest.isOurs && !guest.hasMail && guest.personId !== null && t('guest.noMail'), !guest.hasMail && (guest.personId !== null || !guest.isOurs) && guest.reply === 'invited' && t('guest.tellByHand')]
  return (
    <li className="meeting-item">
      <span className="meeting-number" aria-hidden="true">{guest.number}</span>
      <div className="meeting-item__what"><strong><span className="ds-sr-only">{name} </span><GuestName guest={guest} link /></strong>{!guest.isOurs && <> <Tag>{t('guest.withoutCase')}</Tag></>}<p>{facts.filter(Boolean).join(' · ')}</p></div>
      <ReplyChoice dayId={day.id} who="guest" id={guest.id} reply={guest.reply} name={name} may={may} />
      {may && <div className="cluster"><Button kind="quiet" icon="edit" onClick={() => setOpen('edit')}>{t('action.edit')}<span className="ds-sr-only"> {name}</span></Button>
        {(guest.personId !== null || !guest.isOurs) && <Button kind="quiet" icon="link" onClick={() => setOpen('link')}>{t('action.link')}<span className="ds-sr-only"> {name}</span></Button>}
        {(guest.reply === 'not_asked' || !guest.isOurs) && <RemoveButton name={name} consequence={t('remove.guest')} pending={remove.pending} refusals={remove.refusals} onRemove={() => { void remove.run({ dayId: day.id, id: guest.id }) }} />}</div>}
      {open === 'edit' && <GuestDialog day={day} guest={guest} onClose={() => setOpen(undefined)} />}
      {open === 'link' && <LinkDialog dayId={day.id} guestId={guest.id} title={name} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

/** Those who asked for help stand first, the others by number. */
const helpFirst = (guests: Guest[]): Guest[] => guests.toSorted((a, b) => Number(b.reply === 'later') - Number(a.reply === 'later') || a.number - b.number)

/** Who is to meet employers: participants of ours, and other jobseekers where the day is open to them. */
export function GuestsTab({ day, may }: { day: Day; may: boolean }) {
  const t = useText('meetings')
  const [adding, setAdding] = useState<'ours' | 'other'>()
  const add = may && <><Button icon="plus" onClick={() => setAdding('ours')}>{t('guest.add')}</Button>{day.openTo === 'all_jobseekers' && <Button icon="plus" onClick={() => setAdding('other')}>{t('guest.addOther')}</Button>}</>
  return (
    <Section title={t('tab.guests')} count={day.guests.length} description={t('guest.numberHelp')} actions={add}>
      {day.guests.length === 0 ? <EmptyState title={t('guest.empty')}>{t('guest.emptyHelp')}</EmptyState> : <ul className="meeting-items">{helpFirst(day.guests).map((one) => <GuestItem key={one.id} day={day} guest={one} may={may} />)}</ul>}
      {adding === 'ours' && <AddGuestsDialog day={day} onClose={() => setAdding(undefined)} />}
      {adding === 'other' && <GuestDialog day={day} onClose={() => setAdding(undefined)} />}
    </Section>
  )
}
