import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import type { Filters } from './auditFilters.ts'
import { useNames } from './words.ts'

type Entry = Output<'identity.readAudit'>['rows'][number]
type Narrow = (next: Partial<Filters>) => void

const tones: Record<Entry['outcome'], Tone> = { done: 'neutral', refused: 'warning', forbidden: 'danger' }

function Who({ actor, onNarrow }: { actor: Entry['actor']; onNarrow: Narrow }) {
  const t = useText('identity')
  if (actor.kind === 'system') return t('system')
  if (actor.name === null) return t('byLink')
  return <Button kind="quiet" onClick={() => onNarrow({ account: actor.id })}><PersonName name={actor.name} /></Button>
}

function People({ people, peopleCount, onNarrow }: Pick<Entry, 'people' | 'peopleCount'> & { onNarrow: Narrow }) {
  const t = useText('identity')
  return (
    <span className="audit__people">
      {people.map(({ id, name }) => <Button key={id} kind="quiet" onClick={() => onNarrow({ person: id })}><PersonName name={name} /></Button>)}
      {peopleCount > people.length && <span>{people.length === 0 ? t('audit.peopleCount', { count: peopleCount }) : t('audit.peopleMore', { count: peopleCount - people.length })}</span>}
    </span>
  )
}

/** The log, newest first. Choosing who, what or whom in a row leaves the rows like it. */
export function AuditTable({ rows, onNarrow }: { rows: readonly Entry[]; onNarrow: Narrow }) {
  const t = useText('identity')
  const { formatMoment } = useFormat()
  const { operationName } = useNames()
  return (
    <div className="audit"><Table caption={t('audit.title')} hideCaption rows={rows} rowKey={({ id }) => id} columns={[
      { key: 'at', header: t('audit.when'), names: true, cell: ({ at }) => formatMoment(at) },
      { key: 'who', header: t('audit.who'), cell: ({ actor }) => <Who actor={actor} onNarrow={onNarrow} /> },
      { key: 'what', header: t('audit.what'), cell: ({ operation, outcome }) => <>
        <Button kind="quiet" onClick={() => onNarrow({ operation })}>{operationName(operation)}</Button>
        {outcome !== 'done' && <Tag tone={tones[outcome]}>{t(`audit.outcome.${outcome}`)}</Tag>}
      </> },
      { key: 'people', header: t('audit.people'), cell: (row) => <People people={row.people} peopleCount={row.peopleCount} onNarrow={onNarrow} /> },
      { key: 'changed', header: t('audit.changed'), cell: ({ changed }) => changed.flatMap(({ fields }) => fields).join(', ') },
    ]} /></div>
  )
}
