import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { dayInNorway } from '#shared/date.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { MOST_OPEN } from './limits.ts'
import { Results } from './Results.tsx'
import { ScenarioCard } from './ScenarioCard.tsx'
import type { Choices, Draft, Saved } from './words.ts'
import './scenarios.css'

const draftOf = ({ id, version, name, unit, parts }: Saved): Draft => ({ key: id, id, version, name, unit, parts })

/** What has been saved before: opened beside the others, and run on the facts of today. */
function SavedList({ saved, isOpen, onOpen }: { saved: readonly Saved[]; isOpen: (id: string) => boolean; onOpen: (one: Saved) => void }) {
  const t = useText('scenarios')
  const { formatDate } = useFormat()
  if (saved.length === 0) return null
  return (
    <Section title={t('saved')} count={saved.length} description={t('savedHelp')}>
      <ul className="what-if-saved">
        {saved.map((one) => (
          <li key={one.id}>
            <span><strong>{one.name}</strong> <span className="what-if-quiet">{t('savedBy', { name: one.savedByName ?? '', day: formatDate(dayInNorway(new Date(one.savedAt))) })}</span></span>
            {isOpen(one.id) ? <span className="what-if-quiet">{t('isOpen')}</span> : <Button kind="quiet" onClick={() => onOpen(one)}>{t('open')}<span className="ds-sr-only">: {one.name}</span></Button>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Scenarios({ choices }: { choices: Choices }) {
  const t = useText('scenarios')
  const [drafts, setDrafts] = useState<Draft[]>([])
  const [neighbours, setNeighbours] = useState(choices.neighbourSeats > 0)
  const isFull = drafts.length >= MOST_OPEN
  const add = (draft: Draft): void => setDrafts((all) => (all.length >= MOST_OPEN ? all : [...all, draft]))
  const change = (key: string, next: Draft | undefined): void => setDrafts((all) => all.flatMap((one) => (one.key !== key ? [one] : next ?? [])))
  const begin = (): void => add({ key: newId(), name: t('newName', { number: drafts.length + 1 }), unit: 'kroner', parts: [] })
  const start = <Button kind={drafts.length === 0 ? 'primary' : 'secondary'} icon="plus" disabled={isFull} onClick={begin}>{t('new')}</Button>
  return (
    <div className="stack">
      <SavedList saved={choices.saved} isOpen={(id) => drafts.some((one) => one.id === id)} onOpen={(one) => add(draftOf(one))} />
      <Section plain title={t('scenarios')} count={drafts.length} actions={start} description={t('scenariosHelp', { seats: choices.seats })}>
        {drafts.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
          : <div className="what-if-cards">{drafts.map((draft) => <ScenarioCard key={draft.key} draft={draft} choices={choices} onChange={(next) => change(draft.key, next)} />)}</div>}
      </Section>
      {choices.neighbourSeats > 0 && drafts.length > 0 && <Checkbox label={t('neighbours')} description={t('neighboursHelp', { seats: choices.neighbourSeats })} value={neighbours} onChange={(next) => setNeighbours(next ?? false)} />}
      <Results drafts={drafts} choices={choices} neighbours={neighbours} />
    </div>
  )
}

/** What could be otherwise, and what it would do to how many get a place: several scenarios side by side. */
export function WhatIfPage() {
  const t = useText('scenarios')
  return <><PageHeader title={t('title')} description={t('lead')} /><Loaded query={useApi('matching.listWhatIfs', {})} rows={6}>{(choices) => <Scenarios choices={choices} />}</Loaded></>
}
