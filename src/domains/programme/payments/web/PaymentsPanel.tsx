import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import { CALENDAR_MONTHS, type PaymentCalendar } from '../payments.schema.ts'
import { DayTable } from './DayTable.tsx'
import { EnteredSection } from './EnteredSection.tsx'
import { MoneyPicture } from './MoneyPicture.tsx'
import { Warnings } from './Warnings.tsx'
import './payments.css'

function Turning({ calendar, isMoved, onTurn }: { calendar: PaymentCalendar; isMoved: boolean; onTurn: (to: PlainDate | null) => void }) {
  const t = useText('payments')
  const first = calendar.months[0]
  if (first === undefined) return null
  return (
    <>
      <Button kind="quiet" onClick={() => onTurn(addMonths(first, -CALENDAR_MONTHS))}>{t('calendar.earlier')}</Button>
      {isMoved && <Button kind="quiet" onClick={() => onTurn(null)}>{t('calendar.now')}</Button>}
      <Button kind="quiet" onClick={() => onTurn(addMonths(first, CALENDAR_MONTHS))}>{t('calendar.later')}</Button>
    </>
  )
}

/** A person's money: where it falls short, twelve months as a picture and day by day, and what was entered. */
export function PaymentsPanel({ id }: { id: string }) {
  const t = useText('payments')
  const [fromMonth, setFromMonth] = useState<PlainDate | null>(null)
  const query = useApi('programme.getPayments', { personId: id, fromMonth }, { keep: true })
  return (
    <Loaded query={query} rows={8}>{(calendar) => (
      <div className="stack">
        <Warnings calendar={calendar} />
        {!calendar.hasPayDay && <Notice tone="info">{t('calendar.noPayDay')}</Notice>}
        <Section title={t('calendar.title')} description={t('calendar.help')} actions={<Turning calendar={calendar} isMoved={fromMonth !== null} onTurn={setFromMonth} />}>
          {calendar.items.length === 0
            ? <EmptyState title={t('calendar.empty')}>{t('calendar.emptyHelp')}</EmptyState>
            : <div className="stack"><MoneyPicture calendar={calendar} /><DayTable calendar={calendar} /></div>}
        </Section>
        <EnteredSection calendar={calendar} />
      </div>)}</Loaded>
  )
}
