import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useRefusalText, useText } from '#web/i18n.tsx'
import { useGo, usePathParam } from '#web/routing.ts'
import { isolate } from '#web/texts.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { MergeField } from '../duplicates.schema.ts'
import { FieldChoice, useComparison } from './FieldChoice.tsx'
import './people.css'

type Person = Output<'people.getPerson'>
type Preview = Output<'people.previewMerge'>
const nameOf = ({ givenName, familyName }: Person): string => `${givenName} ${familyName}`

function useConsequences(keep: Person, gone: Person, { moves }: Preview): string[] {
  const t = useText('people')
  const names = { keep: isolate(nameOf(keep)), gone: isolate(nameOf(gone)) }
  return [...moves.map(({ what, count }) => t(`merge.moves.${what}`, { count, ...names })), t('merge.hiddenMoves', names), t('merge.goneForGood', names)]
}

function Comparing({ keep, gone, preview, onSwap }: { keep: Person; gone: Person; preview: Preview; onSwap: () => void }) {
  const t = useText('people')
  const textOf = useRefusalText()
  const go = useGo()
  const [fromGone, setFromGone] = useState<readonly MergeField[]>([])
  const [asking, setAsking] = useState(false)
  const merge = useCommand('people.mergePersons', { refreshes: ['people.listPeople', 'people.listDuplicates', 'people.getPerson', 'competence.getCompetence'], success: t('merge.done'), onDone: ({ id }) => go(`/people/${id}`, { replace: true }) })
  const rows = useComparison(keep, gone, preview.hasFrames)
  const consequences = useConsequences(keep, gone, preview)
  const choose = (field: MergeField, isGone: boolean): void => setFromGone((all) => (isGone ? [...all, field] : all.filter((one) => one !== field)))
  const run = (): void => { void merge.run({ keepId: keep.id, keepVersion: keep.version, goneId: gone.id, goneVersion: gone.version, fromGone: [...fromGone] }) }
  return (
    <>
      {preview.blocked.map((refusal) => <Notice key={refusal.code} tone="warning" title={t('merge.blocked')}><p>{textOf(refusal)}</p></Notice>)}
      <Section title={t('merge.choose')} description={t('merge.chooseHelp')} actions={<Button onClick={onSwap}>{t('merge.swap')}</Button>}>
        <div className="people-choice" aria-hidden="true"><span /><strong><PersonName name={nameOf(keep)} /> ({t('merge.stays')})</strong><strong><PersonName name={nameOf(gone)} /> ({t('merge.goes')})</strong></div>
        {rows.map((row) => <FieldChoice key={row.field} row={row} fromGone={fromGone.includes(row.field)} onChoose={(isGone) => choose(row.field, isGone)} />)}
        {rows.length === 0 && <p>{t('merge.noDifference')}</p>}
      </Section>
      <Section title={t('merge.then')}>
        <ul className="consequences">{consequences.map((line) => <li key={line}>{line}</li>)}</ul>
        <p className="form__actions"><Button kind="primary" disabled={preview.blocked.length > 0} onClick={() => setAsking(true)}>{t('merge.merge')}</Button></p>
      </Section>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} onConfirm={run} title={t('merge.confirm', { keep: isolate(nameOf(keep)), gone: isolate(nameOf(gone)) })} consequences={consequences}
        confirm={t('merge.merge')} danger pending={merge.pending} refusals={merge.refusals} />
    </>
  )
}

/** Two persons side by side: what is kept is chosen field by field, and what follows is said before it is done. */
export function MergePage() {
  const t = useText('people')
  const go = useGo()
  const [keepId, goneId] = [usePathParam('keepId'), usePathParam('goneId')]
  const [keep, gone] = [useApi('people.getPerson', { personId: keepId }), useApi('people.getPerson', { personId: goneId })]
  const preview = useApi('people.previewMerge', { keepId, goneId })
  return (
    <>
      <PageHeader title={t('merge.title')} crumbs={[{ label: t('list.title'), to: '/people' }, { label: t('duplicates.title'), to: '/people/duplicates' }]} />
      <Loaded query={keep}>{(first) => <Loaded query={gone}>{(second) => <Loaded query={preview}>{(what) =>
        <Comparing key={keepId} keep={first} gone={second} preview={what} onSwap={() => go(`/people/duplicates/${goneId}/${keepId}`, { replace: true })} />}</Loaded>}</Loaded>}</Loaded>
    </>
  )
}
