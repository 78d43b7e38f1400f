import { useText } from '#web/i18n.tsx'
import type { Criterion } from '../match.schema.ts'
import { useGapText, useNearByText, useValueText } from './words.ts'

const marks = { yes: '✓', no: '✗', unknown: '?' } as const satisfies Record<Criterion['met'], string>
/** Where what is known of her says more than what is asked. */
const OF_HER = ['wish', 'occupation', 'recency', 'goal', 'commute', 'supervision'] as const

/** What is asked for: what is missing or not known first, each with what would close the gap; then what is met. */
export function Criteria({ title, criteria, empty, folds = false }: { title: string; criteria: readonly Criterion[]; empty?: string; /** What is met is only counted, until somebody asks what it is. */ folds?: boolean }) {
  const t = useText('matching')
  const valueText = useValueText()
  const gapText = useGapText()
  const nearByText = useNearByText()
  const wordsOf = (one: Criterion): string => [plainWordsOf(one), one.nearBy?.by !== 'digits' && one.nearBy?.by !== 'otherEsco' && nearByText(one.nearBy)].filter(Boolean).join(', ')
  const plainWordsOf = (one: Criterion): string => {
    if (OF_HER.some((kind) => kind === one.kind)) return one.known === 'unknown' ? t('value.unknown') : valueText(one.known.value)
    return one.sentence ?? valueText(one.asked)
  }
  // that she lacks practice in the field is said where her work is, not twice
  const lacks = criteria.find(({ kind, gap }) => kind === 'recency' && gap?.code === 'lacksPractice')
  const shown = criteria.filter((one) => one.kind !== 'waiting' && one !== lacks)
  const open = shown.filter(({ met }) => met !== 'yes')
  const met = shown.filter((one) => one.met === 'yes')
  const metWords = met.map((one, index) => <span key={index}>{index > 0 && ' · '}<strong>{t(`kind.${one.kind}`)}</strong> {wordsOf(one)}</span>)
  if (criteria.length === 0 && empty === undefined) return null
  return (
    <div className="match-criteria">
      <h4>{title}</h4>
      {criteria.length === 0 && <p className="match-quiet">{empty}</p>}
      <ul>
        {open.map((one, index) => (
          <li key={index} data-met={one.met}>
            <span className="match-mark" aria-hidden="true">{marks[one.met]}</span>
            <span>
              <span className="ds-sr-only">{t(`met.${one.met}`)}: </span>
              <strong>{t(`kind.${one.kind}`)}</strong> {wordsOf(one)}
              {one.gap && <span className="match-gap">{gapText(one.gap)}</span>}
              {one.kind === 'occupation' && lacks?.gap && <span className="match-gap">{gapText(lacks.gap)}</span>}
            </span>
          </li>
        ))}
        {met.length > 0 && (
          <li data-met="yes">
            <span className="match-mark" aria-hidden="true">✓</span>
            {folds ? <details><summary>{t('match.metCount', { count: met.length })}</summary>{metWords}</details> : <span><span className="ds-sr-only">{t('met.yes')}: </span>{metWords}</span>}
          </li>
        )}
      </ul>
    </div>
  )
}
