import { useDeferredValue, useState } from 'react'
import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { isolate } from '#web/texts.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { EndParticipationInput } from '../activity.schema.ts'
import { showsWeeks } from './words.ts'

type Activity = Output<'programme.getActivity'>
type Participant = Activity['participants'][number]

const AddForm = z.object({ people: z.array(Id).min(1), fromDate: PlainDate })

function AddDialog({ activity, open, onClose }: { activity: Activity; open: boolean; onClose: () => void }) {
  const t = useText('week')
  const { today } = useMe()
  const [typed, setTyped] = useState('')
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const asked = useDeferredValue(typed)
  const found = useApi('people.listPeople', { text: asked, sort: 'nearness' }, { enabled: asked.length > 1, keep: true })
  const add = useCommand('programme.addParticipants', { refreshes: showsWeeks, success: ({ added }) => t('participants.added', { count: added }), onDone: onClose })
  const people = found.data?.rows ?? []
  const options = people.map(({ id, givenName, familyName }) => ({ value: id, label: `${givenName} ${familyName}` }))
  const remember = (): void => setNames((all) => new Map([...all, ...options.map(({ value, label }) => [value, label] as const)]))
  return (
    <Dialog open={open} onClose={onClose} title={t('participants.add')}>
      <Form schema={AddForm} initial={{ fromDate: activity.fromDate > today ? activity.fromDate : today }} submit={t('participants.save')} refusals={add.refusals} pending={add.pending} onCancel={onClose}
        onSubmit={({ people: chosen, fromDate }) => add.run({ activityId: activity.id, fromDate, participants: chosen.map((personId) => ({ id: newId(), personId })) })}>
        {({ field }) => {
          const who = field('people', t('participants.who'))
          return <>
            <MultiCombobox {...who} onChange={(next) => { remember(); who.onChange(next) }} description={t('participants.whoHelp')} options={options} onSearch={setTyped} searching={found.isFetching} labelOf={(id) => names.get(id)} />
            <DateField {...field('fromDate', t('participants.from'))} />
          </>
        }}
      </Form>
    </Dialog>
  )
}

function EndDialog({ participant, onClose }: { participant: Participant | undefined; onClose: () => void }) {
  const t = useText('week')
  const { today } = useMe()
  const end = useCommand('programme.endParticipation', { refreshes: showsWeeks, success: t('participants.ended'), onDone: onClose })
  return (
    <Dialog open={participant !== undefined} onClose={onClose} title={t('participants.endTitle', { name: isolate(participant?.personName ?? '') })}>
      <p>{t('participants.endConsequence')}</p>
      <Form schema={EndParticipationInput} initial={{ id: participant?.id, version: participant?.version, toDate: participant && participant.fromDate > today ? participant.fromDate : today }} submit={t('participants.end')} onSubmit={end.run} refusals={end.refusals} pending={end.pending} onCancel={onClose} onReload={() => { void end.refresh() }}>
        {({ field }) => <DateField {...field('toDate', t('participants.endOn'))} />}
      </Form>
    </Dialog>
  )
}

/** Those who take part, and those who did. */
export function ParticipantsSection({ activity }: { activity: Activity }) {
  const t = useText('week')
  const { formatDate } = useFormat()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Participant>()
  const mayChange = activity.actions.includes('participants')
  const button = mayChange && <Button icon="plus" onClick={() => setAdding(true)}>{t('participants.add')}</Button>
  return (
    <Section title={t('participants.title')} count={activity.participants.filter(({ isOver }) => !isOver).length} actions={activity.participants.length > 0 && button}>
      {activity.participants.length === 0 ? <EmptyState title={t('participants.empty')} action={button}>{t('participants.emptyHelp')}</EmptyState>
        : <ul className="participants">{activity.participants.map((one) => (
          <li key={one.id} data-over={one.isOver}>
            <div><PersonName name={one.personName} to={`/people/${one.personId}?tab=week-week`} /> <small>{one.toDate ? t('participants.until', { from: formatDate(one.fromDate), to: formatDate(one.toDate) }) : t('participants.since', { from: formatDate(one.fromDate) })}</small> {one.isOver && <Tag>{t('participants.over')}</Tag>}</div>
            {mayChange && !one.isOver && <Button kind="quiet" onClick={() => setEnding(one)}>{t('participants.end')}<span className="ds-sr-only"> {one.personName}</span></Button>}
          </li>))}</ul>}
      <AddDialog activity={activity} open={adding} onClose={() => setAdding(false)} />
      <EndDialog participant={ending} onClose={() => setEnding(undefined)} />
    </Section>
  )
}
