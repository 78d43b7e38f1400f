import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { InterpreterSettings, SaveLeadDaysInput, SaveSupplierInput } from './interpreters.schema.ts'
import { loadSettings, loadSuppliers } from './settings.ts'

const permission = 'rules.manage' as const
const subjects = (): string[] => []

/** The services of the municipality, and how long before a meeting each way is to be asked for. */
export const getInterpreterSettings = operation({
  permission, reads: true, input: z.object({}), output: InterpreterSettings, subjects,
  async run({ tx }) {
    const { leadDays, isUsual, version } = await loadSettings(tx)
    return { leadDays, isUsual, version, suppliers: await loadSuppliers(tx, { all: true }) }
  },
})

export const saveLeadDays = operation({
  permission, input: SaveLeadDaysInput, output: z.object({ version: z.int() }), subjects,
  async run(context, { version, ...leadDays }) {
    const { stored } = await loadSettings(context.tx)
    return { version: await saveVersioned(context, 'municipality', { id: context.actor.municipalityId, version }, { settings: { ...stored, interpreters: { leadDays } } }) }
  },
})

/** Adds a service or changes one. One that is no longer used is set aside, since orders point at it. */
export const saveSupplier = operation({
  permission, input: SaveSupplierInput, output: z.object({ id: Id, version: z.int() }), subjects,
  async run(context, { id, version, ...supplier }) {
    if (version !== undefined) return { id, version: await saveVersioned(context, 'interpreterSupplier', { id, version }, supplier) }
    await context.tx.insertInto('interpreterSupplier').values({ id, ...supplier }).execute()
    return { id, version: 1 }
  },
})
