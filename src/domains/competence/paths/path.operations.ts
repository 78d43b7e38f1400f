import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { loadPaths } from './load-paths.ts'
import { maySavePath } from './path.core.ts'
import { SavePathInput, TradePath } from './path.schema.ts'

const subjects = (): string[] => []

/** The municipality's catalogue of roads to a trade certificate. */
export const listPaths = operation({
  permission: 'occupations.read', reads: true, input: z.object({}), output: z.object({ paths: z.array(TradePath), actions: z.array(z.enum(['change'])) }), subjects,
  run: async ({ tx, actor }) => ({ paths: await loadPaths(tx), actions: actor.permissions.includes('competence.write') ? ['change' as const] : [] }),
})

/** Keeps a road: a standard one taken in, the municipality's own, or what the county has confirmed. Those who are on it see the change. */
export const savePath = operation({
  permission: 'competence.write', input: SavePathInput, output: z.object({ id: Id, version: z.int() }), subjects,
  async run(context, { id, version, steps, ...rest }) {
    refuseIf(maySavePath({ steps, ...rest }, context.today))
    const values = { ...rest, steps: JSON.stringify(steps) }
    if (version !== undefined) return { id, version: await saveVersioned(context, 'tradePath', { id, version }, values) }
    await context.tx.insertInto('tradePath').values({ id, ...values }).execute()
    return { id, version: 1 }
  },
})
