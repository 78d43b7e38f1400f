import { useFormat, useText } from '#web/i18n.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'

type Entry = { id: string; at: string; by: string | null; source: string; isCurrent: boolean }

/** Everything that was ever entered, who by and when: replaced entries are kept and struck through. */
export function EntryTrail<E extends Entry>({ entries, words }: { entries: readonly E[]; words: (entry: E) => string }) {
  const t = useText('rule-settings')
  const { formatMoment } = useFormat()
  if (entries.length === 0) return null
  return (
    <div className="setting-trail">
      <h4>{t('trail.title')}</h4>
      <ol>{entries.map((one) => (
        <li key={one.id}>
          {one.isCurrent ? <span>{words(one)}</span> : <><s>{words(one)}</s> <span className="setting-quiet">{t('trail.replaced')}</span></>}
          <span className="setting-quiet"> {one.source} · {formatMoment(one.at)}{one.by !== null && <> · <PersonName name={one.by} /></>}</span>
        </li>))}</ol>
    </div>
  )
}
