import { useText } from '#web/i18n.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import type { MissingPart } from '../agreement.schema.ts'

/** Goes to a field by its name, or to the part of the page that bears it. */
function goTo(part: MissingPart): void {
  const target = document.querySelector<HTMLElement>(`[name="${part}"], #agreement-${part}`)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}

/** What is needed before it can be sent, each leading to its field. Follows what is typed. */
export function MissingList({ missing }: { missing: readonly MissingPart[] }) {
  const t = useText('placements')
  return (
    <aside className="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{t(missing.length > 0 ? 'missing.title' : 'missing.none')}</h2>
      <p role="status">{missing.length > 0 ? t('missing.count', { count: missing.length }) : t('missing.noneText')}</p>
      <ul>{missing.map((part) => <li key={part}><button type="button" className="ds-link missing__go" onClick={() => goTo(part)}><Icon name="chevron" size={16} />{t(`missing.${part}`)}</button></li>)}</ul>
    </aside>
  )
}
