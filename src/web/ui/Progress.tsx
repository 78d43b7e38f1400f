import { useId } from 'react'
import { useFormat } from '../i18n.tsx'

/** How much of something is done, 0 to 1, with the figure in words. */
export function Progress({ label, share, text }: { label: string; share: number; text?: string }) {
  const { formatNumber } = useFormat()
  const name = useId()
  const within = Math.min(1, Math.max(0, share))
  const words = text ?? formatNumber(within, { style: 'percent' })
  return (
    <div className="progress">
      <div className="progress__words"><span id={name}>{label}</span><span>{words}</span></div>
      <progress aria-labelledby={name} aria-valuetext={words} max={1} value={within} />
    </div>
  )
}
