import { useState } from 'react'
import { useText } from '#web/i18n.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { minutesOf } from '#shared/schedule.ts'
import type { Round } from '../meeting.schema.ts'
import { Time } from '../meeting.schema.ts'
import { cutRounds, readCut, type Cut } from '../rounds.core.ts'

/** The rounds as a line of time: each as long as it lasts, breaks between. */
export function RoundsLine({ rounds }: { rounds: readonly Round[] }) {
  const t = useText('meetings')
  const parts = rounds.flatMap((round, index) => {
    const before = index === 0 ? 0 : minutesOf(round.from) - minutesOf(rounds[index - 1]?.to ?? round.from)
    return [...(before > 0 ? [{ key: `b${round.from}`, isRound: false, length: before, text: '' }] : []), { key: round.from, isRound: true, length: minutesOf(round.to) - minutesOf(round.from), text: round.from }]
  })
  return (
    <div className="meeting-line" role="img" aria-label={t('rounds.line', { count: rounds.length, from: rounds[0]?.from ?? '', to: rounds.at(-1)?.to ?? '' })}>
      {parts.map(({ key, isRound, length, text }) => <span key={key} className={isRound ? 'meeting-line__round' : 'meeting-line__break'} style={{ flexGrow: length }}>{text}</span>)}
    </div>
  )
}

/** When it begins, how long a round is, and where the break is: drawn as it is typed. */
export function RoundsField({ value, onChange, error }: { value: readonly Round[]; onChange: (rounds: Round[]) => void; error?: string }) {
  const t = useText('meetings')
  const [cut, setCut] = useState<Partial<Cut>>(() => readCut(value))
  const change = (next: Partial<Cut>): void => {
    const all = { ...cut, ...next }
    setCut(all)
    const { start = '', rounds = 0, length = 0, change: between = 0, breakAfter = 0, breakLength = 0 } = all
    const whole = [rounds, length, between, breakAfter, breakLength].every((one) => Number.isInteger(one) && one >= 0)
    onChange(Time.safeParse(start).success && whole && length > 0 && rounds <= 60 ? cutRounds({ start, rounds, length, change: between, breakAfter, breakLength }) : [])
  }
  const number = (name: Exclude<keyof Cut, 'start'>, unit?: string) => <NumberField id={`rounds-${name}`} label={t(`rounds.${name}`)} unit={unit} value={cut[name]} onChange={(next) => change({ [name]: next ?? 0 })} />
  return (
    <fieldset className="meeting-rounds">
      <legend>{t('rounds.title')}</legend>
      <div className="form__row">
        <TextField id="rounds-start" label={t('rounds.start')} width="short" value={cut.start} error={error} onChange={(next) => change({ start: next ?? '' })} />
        {number('rounds')}{number('length', t('rounds.minutes'))}{number('change', t('rounds.minutes'))}
      </div>
      <div className="form__row">{number('breakAfter')}{number('breakLength', t('rounds.minutes'))}</div>
      {value.length > 0 ? <><RoundsLine rounds={value} /><p className="meeting-rounds__sum">{t('rounds.sum', { count: value.length, from: value[0]?.from ?? '', to: value.at(-1)?.to ?? '' })}</p></> : <p role="alert">{t('rounds.none')}</p>}
    </fieldset>
  )
}
