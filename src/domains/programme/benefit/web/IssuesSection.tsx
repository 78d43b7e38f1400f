import { useRef, useState, type KeyboardEvent } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { IssueCard as Issue } from '../benefit.schema.ts'
import { DecideDialog } from './DecideDialog.tsx'
import type { Asked } from './IssueCard.tsx'
import { IssueCard } from './IssueCard.tsx'
import type { Run } from './RunPage.tsx'
import { showsPerson } from './words.ts'

/** What one key asks for; the letters stand in the line above the list. */
const keys: Readonly<Record<string, Asked>> = { g: 'accept', e: 'adjust', i: 'dismiss' }

/** Whether a decision needs no words. */
const isPlain = ({ kind, isLarge }: Issue, asked: Asked): boolean => asked === 'accept' && kind !== 'unsettled' && !isLarge

const isTyping = (target: EventTarget): boolean => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

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

/** The cards, one after another by J and K, each decided by one key. */
function Cards({ issues, mayDecide, pending, onAsk }: ListProps) {
  const list = useRef<HTMLUListElement>(null)
  const press = (event: KeyboardEvent<HTMLElement>, issue: Issue, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    const step = key === 'j' || key === 'arrowdown' ? 1 : key === 'k' || key === 'arrowup' ? -1 : 0
    const asked = keys[key]
    if (step === 0 && (asked === undefined || !mayDecide || !issue.may.includes(asked))) return
    event.preventDefault()
    event.stopPropagation()
    const next = list.current?.children[index + (step === 0 ? 1 : step)]
    if (next instanceof HTMLElement && (step !== 0 || (asked !== undefined && isPlain(issue, asked)))) next.focus()
    if (asked !== undefined && step === 0) onAsk(issue, asked)
  }
  return (
    <ul className="issues" ref={list}>{issues.map((issue, index) => (
      // the card takes the focus so that one can decide by one key; its buttons do the same for everybody else
      <li key={issue.id} className="issue" data-decided={issue.decision !== null} tabIndex={0} onKeyDown={(event) => press(event, issue, index)}>
        <IssueCard issue={issue} mayDecide={mayDecide} pending={pending} onAsk={(asked) => onAsk(issue, asked)} />
      </li>))}</ul>
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
        {open.length === 0 ? <p>{t('issues.none')}</p> : <Cards issues={open} mayDecide={mayDecide} pending={decide.pending} onAsk={ask} />}
        {decided.length > 0 && <details><summary>{t('issues.decided', { count: decided.length })}</summary><Cards issues={decided} mayDecide={mayDecide} pending={decide.pending} onAsk={ask} /></details>}
      </div>
      <DecideDialog key={shown?.issue.id} runId={run.id} issue={shown?.issue ?? null} asked={shown?.asked ?? 'adjust'} decide={decide} onClose={close} />
    </Section>
  )
}
