import './meter.css'

/** A share as a bar, and how sure it is as a paler part of it; the figure stands beside it in words. */
export function Meter({ share, low, high }: { share: number; low?: number; high?: number }) {
  const within = (value: number): number => Math.min(1, Math.max(0, value)) * 100
  return (
    <span className="match-meter" aria-hidden="true">
      <span style={{ inlineSize: `${within(share)}%` }} />
      {low !== undefined && high !== undefined && <span className="match-meter__reach" style={{ insetInlineStart: `${within(low)}%`, inlineSize: `${within(high) - within(low)}%` }} />}
    </span>
  )
}
