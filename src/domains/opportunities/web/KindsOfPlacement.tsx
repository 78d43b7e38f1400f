import { useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import { placementKinds } from '../opening.schema.ts'
import './openings.css'

/** The kinds of stay at a workplace and what each is for (PLA-01): what the employer is to be told. */
export function KindsOfPlacement() {
  const t = useText('opportunities')
  return (
    <details>
      <summary>{t('kinds.title')}</summary>
      <Section plain title={t('kinds.description')}>
        <dl className="kinds">
          {placementKinds.map((kind) => <div key={kind}><dt>{t(`placement.${kind}`)}</dt><dd>{t(`placement.${kind}.why`)}</dd></div>)}
        </dl>
      </Section>
    </details>
  )
}
