import { useState } from 'react'
import { fold } from '#shared/text.ts'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { isolate } from '#web/texts.ts'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { showsDay, type Day } from './words.ts'

type Row = Output<'meetings.listCandidates'>['rows'][number]
const KNOWN = ['norwegian', 'language', 'driving_licence', 'certificate', 'skill', 'experience', 'schedule', 'hours', 'transport', 'physical', 'occupation', 'wish'] as const

/** Why she may want to meet somebody who comes. */
function Fits({ row }: { row: Row }) {
  const t = useText('meetings')
  if (row.fits.length === 0) return <span className="quiet">{t('candidate.noFit')}</span>
  return <>{row.fits.slice(0, 2).map((fit) => <span key={fit.openingId} className="meeting-fit">{t('candidate.fit', { title: fit.title, employer: fit.employerName, verdict: fit.verdict, why: fit.met.flatMap((one) => KNOWN.filter((kind) => kind === one).map((kind) => t(`met.${kind}`))).join(', ') || '–' })}</span>)}</>
}

/** Participants of ours who might come, in order of names, with what speaks for each. Nobody is ranked. */
export function AddGuestsDialog({ day, onClose }: { day: Day; onClose: () => void }) {
  const t = useText('meetings')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState<string>()
  const [onlyFit, setOnlyFit] = useState(false)
  const add = useCommand('meetings.addGuests', { refreshes: showsDay, success: ({ numbers }) => t('candidate.added', { count: numbers.length }), onDone: onClose })
  const toggle = (id: string): void => { const next = new Set(chosen); if (!next.delete(id)) next.add(id); setChosen(next) }
  const shown = (rows: Row[]): Row[] => rows.filter((row) => fold(row.personName).includes(fold(typed ?? '')) && (!onlyFit || row.fits.length > 0))
  return (
    <Dialog open onClose={onClose} title={t('guest.add')} wide actions={<Button kind="primary" pending={add.pending} disabled={chosen.size === 0} onClick={() => { void add.run({ dayId: day.id, guests: [...chosen].map((personId) => ({ id: newId(), personId })) }) }}>{t('candidate.addChosen', { count: chosen.size })}</Button>}>
      <div className="stack">
      <ErrorSummary refusals={add.refusals} />
      <p>{t('candidate.help')}</p>
      <div className="form__row"><TextField id="candidate-name" label={t('candidate.search')} value={typed} onChange={setTyped} /></div>
      <Checkbox id="candidate-fit" label={t('candidate.onlyFit')} value={onlyFit} onChange={(next) => setOnlyFit(next ?? false)} />
      <Loaded query={useApi('meetings.listCandidates', { dayId: day.id })} rows={6}>{({ rows }) => (
        <ul className="meeting-candidates">{shown(rows).map((row) => <li key={row.personId}><Checkbox id={`candidate-${row.personId}`} label={isolate(row.personName)} value={chosen.has(row.personId)} onChange={() => toggle(row.personId)} /><Fits row={row} /></li>)}</ul>
      )}</Loaded>
      </div>
    </Dialog>
  )
}
