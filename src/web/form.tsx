import type { Refusal } from '#shared/decision.ts'
import { useEffect, useId, useState, type FormEvent, type ReactNode } from 'react'
import type { z } from 'zod'
import { useDraft, type Draft } from './draft.ts'
import { getAt, isOptionalAt, rebase, setAt, shapeRefusals, type Path, type ValueAt } from './formValues.ts'
import { useRefusalText, useText } from './i18n.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { Button } from './ui/Button.tsx'
import { ErrorSummary } from './ui/ErrorSummary.tsx'
import type { FieldProps } from './ui/field.ts'
import { StaleNotice } from './ui/StaleNotice.tsx'
import { useUnsaved } from './unsaved.ts'

type BoundField<V> = FieldProps<NonNullable<V>> & { label: string }

export type FormTools<I> = {
  /** Ties a field to its place in the shape: `<TextField {...field('givenName', t('givenName'))} />`. */
  field: <P extends Path<I>>(path: P, label: string) => BoundField<ValueAt<I, P>>
  values: Partial<I>
  set: <P extends Path<I>>(path: P, value: ValueAt<I, P> | undefined) => void
}

type Props<S extends z.ZodType> = {
  /** The operation's own input shape: checked here first, and again by the server. */
  schema: S
  initial: Partial<z.input<S>>
  /** Give `command.run`. An undefined answer means that it was refused. */
  onSubmit: (input: z.input<S>) => Promise<unknown>
  refusals?: readonly Refusal[]
  pending?: boolean
  submit: string
  onCancel?: () => void
  /** Name under which what is typed is kept through a reload or a lost line (`people.register`). */
  draft?: string
  /** After a stale refusal: fetch again. Give `command.refresh`, and `initial` from what was fetched, with its version. */
  onReload?: () => void
  children: (tools: FormTools<z.input<S>>) => ReactNode
}

/** What is typed, and the original it was typed on. */
type Typed<S extends z.ZodType> = { base: Partial<z.input<S>>; values: Partial<z.input<S>> }

/** After a save or a stale refusal: when the newer original is there, what was typed is laid on top of it. */
function useReload<S extends z.ZodType>(initial: Partial<z.input<S>>, draft: Draft<Typed<S>>): () => void {
  const [leaving, setLeaving] = useState<unknown>()
  const { base, values } = draft.value
  const had = getAt(base, 'version')
  const arrived = leaving !== undefined && leaving === had && getAt(initial, 'version') !== had
  useEffect(() => {
    if (!arrived) return
    const next = rebase(base, values, initial)
    draft.setValue(() => ({ base: initial, values: next }))
    if (JSON.stringify(next) === JSON.stringify(initial)) draft.clear()
  }, [arrived, initial, base, values, draft])
  return () => setLeaving(had)
}

/** A form on a shape: values, both kinds of refusals at their fields and together on top, drafts, and a guard on leaving. */
export function Form<S extends z.ZodType>(props: Props<S>) {
  const { schema, initial, refusals = [], pending, submit, onCancel, draft: draftName, onReload, children } = props
  const t = useText('shell')
  const textOf = useRefusalText()
  const formId = useId()
  const draft = useDraft<Typed<S>>(draftName, { base: initial, values: initial })
  const { values } = draft.value
  const [own, setOwn] = useState<Refusal[]>([])
  const [attempt, setAttempt] = useState(0)
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set())
  const unsaved = useUnsaved(draft.restored)
  const [labels] = useState(() => new Map<string, string>()) // filled by `field` while the fields are drawn; those of fields within other components come after the summary, so it is kept
  const shown = (own.length > 0 ? own : refusals).filter(({ path }) => path === undefined || !edited.has(path))
  const reload = useReload(initial, draft)
  const stale = shown.find(({ code }) => code === 'stale')
  const idOf = (path: string): string => `${formId}-${path}`

  const set = (path: string, value: unknown): void => {
    unsaved.mark()
    draft.setValue((now) => ({ ...now, values: setAt(now.values, path, value) as Partial<z.input<S>> })) // the path is typed where it comes in
    setEdited((all) => new Set(all).add(path))
  }
  const field = (path: string, label: string) => {
    labels.set(path, label)
    const refusal = shown.find((one) => one.path === path)
    return {
      id: idOf(path), name: path, label, value: getAt(values, path), onChange: (value: unknown) => set(path, value),
      error: refusal && textOf(refusal), optional: isOptionalAt(schema, path),
    }
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    if (pending) return
    setAttempt((count) => count + 1)
    setEdited(new Set())
    const checked = schema.safeParse(values)
    setOwn(checked.success ? [] : shapeRefusals(checked.error, values))
    if (!checked.success) return
    unsaved.settle()
    const done = await props.onSubmit(values as z.input<S>) // just accepted by the schema
    if (done === undefined) { unsaved.mark(); return }
    draft.clear()
    reload()
  }
  const fields = children({ field, values, set } as FormTools<z.input<S>>) // typed by path on the outside, by string within
  return (
    <form className="form" noValidate onSubmit={(event) => { void send(event) }}>
      <LeaveGuard unsaved={unsaved} />
      {draft.restored && <p className="form__restored" role="status">{t('form.restored')}</p>}
      {stale && onReload && <StaleNotice refusal={stale} fieldLabel={(path) => labels.get(path)} onReload={() => { reload(); onReload() }} />}
      <ErrorSummary attempt={attempt} refusals={shown.filter((one) => one !== stale || !onReload)}
        field={(path) => (labels.has(path) ? { id: idOf(path), label: labels.get(path) } : undefined)} />
      {fields}
      <div className="cluster form__actions">
        <Button kind="primary" type="submit" pending={pending}>{submit}</Button>
        {onCancel && <Button kind="quiet" onClick={() => { unsaved.settle(); draft.clear(); onCancel() }}>{t('dialog.cancel')}</Button>}
      </div>
    </form>
  )
}
