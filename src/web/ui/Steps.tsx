import { useText } from '../i18n.tsx'
import { Icon } from './Icon.tsx'

type Props = { label: string; steps: readonly string[]; /** Index of the step being done; as many as there are steps when all are done. */ current: number }

/** Where in a row of steps one is. */
export function Steps({ label, steps, current }: Props) {
  const t = useText('shell')
  const state = (index: number): 'done' | 'current' | 'waiting' => (index < current ? 'done' : index === current ? 'current' : 'waiting')
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} data-state={state(index)} aria-current={index === current ? 'step' : undefined}>
          <span className="steps__mark" aria-hidden="true">{index < current ? <Icon name="check" size={16} /> : index + 1}</span>
          <span>{step}{index < current && <span className="ds-sr-only"> ({t('steps.done')})</span>}</span>
        </li>
      ))}
    </ol>
  )
}
