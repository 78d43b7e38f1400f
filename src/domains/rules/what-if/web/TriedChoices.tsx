import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import type { ChoiceToTry } from './AnswerView.tsx'
import type { Tried } from './useQuestion.ts'

/** Options tried in place of what the municipality has chosen, each to be dropped again. */
export function TriedChoices({ tried, choices, onDrop }: { tried: Tried; choices: readonly ChoiceToTry[]; onDrop: (name: string) => void }) {
  const t = useText('what-if')
  const shown = choices.filter(({ name }) => tried[name] !== undefined)
  if (shown.length === 0) return null
  return (
    <ul className="rule-tried">
      {shown.map(({ name, label, options }) => (
        <li key={name}><span>{t('answer.tried', { choice: label, option: options.find(({ value }) => value === tried[name])?.label ?? '' })}</span>
          <Button kind="quiet" icon="close" onClick={() => onDrop(name)}>{t('answer.drop')}</Button></li>
      ))}
    </ul>
  )
}
