import type { Refusal } from '#shared/decision.ts'
import { ErrorSummary as DsErrorSummary } from '@digdir/designsystemet-react'
import { useEffect, useRef } from 'react'
import { useRefusalText, useText } from '../i18n.tsx'

type Props = {
  refusals: readonly Refusal[]
  /** The id and the label of the field at a path; undefined where no field shows it. */
  field?: (path: string) => { id: string; label?: string } | undefined
  /** How often it was tried: the focus comes here at each, and when a new reason arrives. */
  attempt?: number
}

const keyOf = ({ code, path }: Refusal): string => `${code} ${path ?? ''}`

/** Every reason at once, each leading to its field. Takes the focus when it comes. */
export function ErrorSummary({ refusals, field, attempt = 0 }: Props) {
  const t = useText('shell')
  const textOf = useRefusalText()
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<{ attempt: number; keys: readonly string[] }>({ attempt, keys: [] })
  useEffect(() => {
    const keys = refusals.map(keyOf)
    const news = attempt !== before.current.attempt || keys.some((key) => !before.current.keys.includes(key))
    before.current = { attempt, keys }
    if (news && keys.length > 0) box.current?.focus()
  }, [refusals, attempt])
  if (refusals.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} className="error-summary">
      <DsErrorSummary>
        <DsErrorSummary.Heading>{t('errors.title', { count: refusals.length })}</DsErrorSummary.Heading>
        <DsErrorSummary.List>
          {refusals.map((refusal) => {
            const at = refusal.path === undefined ? undefined : field?.(refusal.path)
            const text = at?.label === undefined ? textOf(refusal) : `${at.label} – ${textOf(refusal)}`
            return (
              <DsErrorSummary.Item key={keyOf(refusal)}>
                {at ? <DsErrorSummary.Link href={`#${at.id}`} onClick={(event) => { event.preventDefault(); document.getElementById(at.id)?.focus() }}>{text}</DsErrorSummary.Link> : text}
              </DsErrorSummary.Item>
            )
          })}
        </DsErrorSummary.List>
      </DsErrorSummary>
    </div>
  )
}
