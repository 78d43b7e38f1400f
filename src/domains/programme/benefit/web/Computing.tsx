import { useId } from 'react'
import { useText } from '#web/i18n.tsx'

/** That so many people's benefit is being computed: how long it takes is not known, so the bar only moves. */
export function Computing({ people }: { people: number }) {
  const t = useText('benefit')
  const name = useId()
  return (
    <div className="progress" role="status">
      <div className="progress__words"><span id={name}>{t('next.computing', { people })}</span></div>
      <progress aria-labelledby={name} />
    </div>
  )
}
