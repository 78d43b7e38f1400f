import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { GuestName } from './GuestsTab.tsx'
import { showsDay, type Day } from './words.ts'

type Side = 'byGuest' | 'byEmployer'
const NEXT: Record<number, number> = { [-1]: 0, 0: 1, 1: 2, 2: 3, 3: -1 }
const SIGNS: Record<number, string> = { [-1]: '✕', 0: '', 1: '★', 2: '★★', 3: '★★★' }
const WORDS = { '-1': 'wish.no', '0': 'wish.nothing', '1': 'wish.one', '2': 'wish.two', '3': 'wish.three' } as const
/** What a wish is called. */
export const wordOf = (wish: number) => WORDS[wish === -1 ? '-1' : wish === 1 ? '1' : wish === 2 ? '2' : wish === 3 ? '3' : '0']

/** Who wants to meet whom, as one side has said: each cell is pressed until it says what was said. */
export function WishesTab({ day, may }: { day: Day; may: boolean }) {
  const t = useText('meetings')
  const [side, setSide] = useState<Side>('byGuest')
  const save = useCommand('meetings.saveWish', { refreshes: showsDay })
  const said = new Map(day.wishes.map((one) => [`${one.guestId} ${one.employerId}`, one]))
  if (day.guests.length === 0 || day.employers.length === 0) return <EmptyState title={t('wish.empty')}>{t('wish.emptyHelp')}</EmptyState>
  return (
    <Section title={t('tab.wishes')} description={t('wish.help')}>
      <RadioGroup id="wish-side" name="wish-side" label={t('wish.side')} value={side} onChange={(next) => setSide(next ?? 'byGuest')} options={(['byGuest', 'byEmployer'] as const).map((value) => ({ value, label: t(`wish.${value}`) }))} />
      <div className="meeting-grid" role="group" aria-label={t('tab.wishes')} tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('tab.guests')}</th>{day.employers.map((one) => <th key={one.id} scope="col">{one.name}</th>)}</tr></thead>
          <tbody>{day.guests.filter(({ reply }) => reply !== 'no').map((guest) => (
            <tr key={guest.id}><th scope="row"><span className="meeting-grid__number">{guest.number}</span> <GuestName guest={guest} /></th>
              {day.employers.map((employer) => {
                const wish = said.get(`${guest.id} ${employer.id}`)?.[side] ?? 0
                const label = t('wish.cell', { number: guest.number, employer: employer.name, wish: t(wordOf(wish)) })
                return <td key={employer.id}><button type="button" className="meeting-wish" data-wish={wish} disabled={!may} aria-label={label} title={t(wordOf(wish))} onClick={() => { void save.run({ dayId: day.id, guestId: guest.id, employerId: employer.id, [side]: NEXT[wish] ?? 0 }) }}>{SIGNS[wish]}</button></td>
              })}</tr>))}</tbody>
        </table>
      </div>
      <p className="quiet">{t('wish.legend')}{day.kind === 'reversed_speed_date' && <> {t('wish.onlyGuests')}</>}</p>
    </Section>
  )
}
