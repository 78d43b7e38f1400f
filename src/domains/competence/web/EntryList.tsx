import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Evidence } from '../competence.schema.ts'
import { evidenceTones } from './words.ts'

/** One entry as it is shown; `value` is what the form changes. */
export type Entry = { id: string; title: string; facts: string[]; evidence?: Evidence; fixed?: boolean; answer?: string | null; value: unknown }

type Props = { entries: readonly Entry[]; empty: string; onEdit?: (entry: Entry) => void; onRemove?: (entry: Entry) => void }

/** Entries of one kind, each with how it is known. One seen at a placement is fixed. */
export function EntryList({ entries, empty, onEdit, onRemove }: Props) {
  const t = useText('competence')
  if (entries.length === 0) return <p className="unknown">{empty}</p>
  return (
    <ul className="competence-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div>
            <p><strong>{entry.title}</strong> {entry.evidence && <Tag tone={evidenceTones[entry.evidence]}>{t(`evidence.${entry.evidence}`)}</Tag>}</p>
            {entry.facts.length > 0 && <p className="competence-facts">{entry.facts.join(' · ')}</p>}
            {entry.answer && <p className="competence-facts">{t('answer')}: <bdi>{entry.answer}</bdi></p>}
          </div>
          {!entry.fixed && (onEdit || onRemove) && <span className="cluster no-print">
            {onEdit && <Button kind="quiet" icon="edit" iconOnly onClick={() => onEdit(entry)}>{t('edit', { what: entry.title })}</Button>}
            {onRemove && <Button kind="quiet" icon="bin" iconOnly onClick={() => onRemove(entry)}>{t('remove', { what: entry.title })}</Button>}
          </span>}
        </li>
      ))}
    </ul>
  )
}
