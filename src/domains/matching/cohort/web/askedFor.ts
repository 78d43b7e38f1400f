import type { useText } from '#web/i18n.tsx'
import type { RowAction } from '../cohort.schema.ts'
import { named, nameOf, type Asked, type Row } from './words.ts'

/** What a key does on a row: the first of these that may be done with it. */
export const KEYS = { l: ['pin', 'unpin'], n: ['forbid'], f: ['move'], s: ['release', 'putForward'], u: ['hold', 'unhold'] } as const satisfies Record<string, readonly RowAction[]>

/** What is asked when somebody chooses an action on a row. */
export function askedFor(row: Row, action: RowAction, t: ReturnType<typeof useText<'cohort'>>): Asked | undefined {
  const [personId, name] = [row.person.id, named(nameOf(row))]
  switch (action) {
    case 'move': return { do: 'move', row }
    case 'release': return { do: 'release', rows: [row] }
    // on a page of its own
    case 'putForward': return undefined
    case 'pin': return row.openingId === null ? undefined : { do: 'change', row, title: t('change.pin', name), change: { do: 'pin', personId, openingId: row.openingId } }
    case 'forbid': return row.openingId === null ? undefined : { do: 'change', row, title: t('change.forbid', name), change: { do: 'forbid', personId, openingId: row.openingId } }
    case 'hold': return { do: 'change', row, title: t('change.hold', name), change: { do: 'hold', personId } }
    case 'unpin':
    case 'unhold': return { do: 'change', row, title: t('change.clear', name), change: { do: 'clear', personId } }
  }
}
