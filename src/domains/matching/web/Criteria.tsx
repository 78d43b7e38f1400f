import { useText } from '#web/i18n.tsx'
import type { Criterion } from '../match.schema.ts'
import { useGapText, useValueText } from './words.ts'

const marks = { yes: '✓', no: '✗', unknown: '?' } as const

/** What is asked for, each with its mark and word, and under it what would close the gap. */
export function Criteria({ title, criteria, empty }: { title: string; criteria: readonly Criterion[]; empty?: string }) {
  const t = useText('matching')
  const valueText = useValueText()
  const gapText = useGapText()
  if (criteria.length === 0 && empty === undefined) return null
  return (
    <div className="match-criteria">
      <h4>{title}</h4>
      {criteria.length === 0 && <p className="match-quiet">{empty}</p>}
      <ul>
        {criteria.map((one, index) => (
          <li key={index} data-met={one.met}>
            <span className="match-mark" aria-hidden="true">{marks[one.met]}</span>
            <span>
              <span className="ds-sr-only">{t(`met.${one.met}`)}: </span>
              <strong>{t(`kind.${one.kind}`)}</strong> {one.kind === 'wish' || one.kind === 'occupation' ? (one.known === 'unknown' ? t('value.unknown') : valueText(one.known.value)) : one.sentence ?? valueText(one.asked)}
              {one.gap && <span className="match-gap">{gapText(one.gap)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
