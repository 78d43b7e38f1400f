import { useRef, useState, type RefObject } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useShortcut } from '#web/shell/shortcuts.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { IssueCard as Issue } from '../benefit.schema.ts'
import { DecideDialog } from './DecideDialog.tsx'
import type { Asked } from './IssueCard.tsx'
import { IssueCard } from './IssueCard.tsx'
import type { Run } from './run.ts'
import { showsPerson } from './words.ts'

/** Whether a decision needs no words. */
const isPlain = ({ kind, isLarge }: Issue, asked: Asked): boolean => asked === 'accept' && kind !== 'unsettled' && !isLarge

type Shown = { issue: Issue; asked: Asked }

function useDeciding(run: Run) {
  const t = useText('benefit')
  const [shown, setShown] = useState<Shown | null>(null)
  const decide = useCommand('programme.decideBenefitIssue', { refreshes: showsPerson, success: ({ decided }) => t('decide.done', { count: decided }), onDone: () => setShown(null) })
  const ask = (issue: Issue, asked: Asked): void => {
    if (isPlain(issue, asked) && issue.decision === null) void decide.run({ runId: run.id, issues: [{ id: issue.id, version: issue.version }], decision: 'accept' })
    else { decide.reset(); setShown({ issue, asked }) }
  }
  return { decide, ask, shown, close: () => setShown(null) }
}

/** Accepts all of one kind as proposed, after saying how many. */
function AcceptAll({ run, issues }: { run: Run; issues: readonly Issue[] }) {
  const t = useText('benefit')
  const [open, setOpen] = useState(false)
  const decide = useCommand('programme.decideBenefitIssue', { refreshes: showsPerson, success: ({ decided }) => t('decide.done', { count: decided }), onDone: () => setOpen(false) })
  if (issues.length < 2) return null
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t('issues.all', { count: issues.length })}</Button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title={t('issues.allTitle', { count: issues.length })} confirm={t('issues.all', { count: issues.length })} consequences={[t('issues.allConsequence', { count: issues.length })]}
        pending={decide.pending} refusals={decide.refusals} onConfirm={() => { void decide.run({ runId: run.id, issues: issues.slice(0, 500).map(({ id, version }) => ({ id, version })), decision: 'accept' }) }} />
    </>
  )
}

type ListProps = { issues: readonly Issue[]; mayDecide: boolean; pending: boolean; onAsk: (issue: Issue, asked: Asked) => void }

/** J and K go from card to card; G, E and I decide the one where the focus is, and the next one takes it. */
function useKeys(list: RefObject<HTMLUListElement | null>, { issues, mayDecide, onAsk }: ListProps): void {
  const at = (): number => [...list.current?.children ?? []].findIndex((card) => card.contains(document.activeElement))
  const go = (index: number): void => {
    const card = list.current?.children[Math.max(0, Math.min(index, issues.length - 1))]
    const button = card?.querySelector('button')
    button?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }
  const decide = (asked: Asked): void => {
    const index = at()
    const issue = issues[index]
    if (!mayDecide || issue === undefined || !issue.may.includes(asked)) return
    // the decided one leaves the list: the focus goes to the next, or from the last to the one before
    if (isPlain(issue, asked)) go(index + 1 < issues.length ? index + 1 : index - 1)
    onAsk(issue, asked)
  }
  useShortcut('j', () => go(at() + 1))
  useShortcut('k', () => go(at() - 1))
  useShortcut('g', () => decide('accept'))
  useShortcut('e', () => decide('adjust'))
  useShortcut('i', () => decide('dismiss'))
}

/** The cards that are open, decided by mouse, touch or one key. */
function OpenCards(props: ListProps) {
  const list = useRef<HTMLUListElement>(null)
  useKeys(list, props)
  return <Cards {...props} list={list} />
}

function Cards({ issues, mayDecide, pending, onAsk, list }: ListProps & { list?: RefObject<HTMLUListElement | null> }) {
  return (
    <ul className="issues" ref={list}>{issues.map((issue) => (
      <li key={issue.id} className="issue" data-decided={issue.decision !== null}><IssueCard issue={issue} mayDecide={mayDecide} pending={pending} onAsk={(asked) => onAsk(issue, asked)} /></li>))}</ul>
  )
}

/** What must be looked at before the run can be approved: first what is open, then what has been decided. */
export function IssuesSection({ run }: { run: Run }) {
  const t = useText('benefit')
  const { decide, ask, shown, close } = useDeciding(run)
  const mayDecide = run.actions.includes('decide')
  const open = run.issues.filter(({ decision }) => decision === null)
  const decided = run.issues.filter(({ decision }) => decision !== null)
  const absences = open.filter(({ kind }) => kind === 'unauthorised_absence')
  return (
    <Section title={t('issues.title')} count={open.length} description={mayDecide && open.length > 1 ? t('issues.keys') : undefined} actions={mayDecide && <AcceptAll run={run} issues={absences} />}>
      <div className="stack">
        {open.length === 0 ? <p>{t(decided.length > 0 ? 'issues.settled' : 'issues.none')}</p> : <OpenCards issues={open} mayDecide={mayDecide} pending={decide.pending} onAsk={ask} />}
        {decided.length > 0 && <details><summary>{t('issues.decided', { count: decided.length })}</summary><Cards issues={decided} mayDecide={mayDecide} pending={decide.pending} onAsk={ask} /></details>}
      </div>
      <DecideDialog key={shown?.issue.id} runId={run.id} issue={shown?.issue ?? null} asked={shown?.asked ?? 'adjust'} decide={decide} onClose={close} />
    </Section>
  )
}
