import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { instantOf } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, NotFound } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { usableSeats } from '../cohort/problem.core.ts'
import { loadAllRelated } from '../load-related.ts'
import type { Posed } from '../market/load-market.ts'
import { loadFree, poseMarket } from '../market/load-market.ts'
import { cancelRun, findRun, startRun } from '../market/runs.ts'
import { ReadWhatIf, RunState, SaveWhatIfInput, SavedScenario, StartCheapestInput, StartWhatIfInput } from './what-if.schema.ts'
import type { SavedScenario as Saved } from './what-if.schema.ts'

const nobody = (): string[] => []
/** Who gets a seat that is drawn, and which of several best plans is told of: the same for the same scenario. */
const SEED = 20_261_127

/** A scenario as it was saved; one whose parts are of a shape that is no longer ours is left out. */
async function loadSaved({ tx }: Context): Promise<Saved[]> {
  const rows = await tx.selectFrom('whatIfScenario as s').leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 's.municipalityId').onRef('a.id', '=', 's.savedBy'))
    .select(['s.id', 's.version', 's.name', 's.unit', 's.parts', 's.savedAt', 'a.name as savedByName']).orderBy('s.name').execute()
  return rows.flatMap((row) => SavedScenario.safeParse(row).data ?? [])
}

const Choice = z.object({ id: z.string(), name: z.string() })
/** Saved scenarios, and what a part can point at: openings, employers, towns, and the occupations and levels that are asked for. */
export const listWhatIfs = operation({
  permission: 'matching.read', reads: true, input: z.object({}), subjects: nobody,
  output: z.object({ saved: z.array(SavedScenario), openings: z.array(Choice), employers: z.array(Choice), towns: z.array(z.string()), seats: z.int(), /** Seats that neighbours share with us, beside ours. */ neighbourSeats: z.int(), actions: z.array(z.literal('save')) }),
  async run(context) {
    const { openings: places, limits, limitOf } = await loadFree(context, true)
    const ids = [...new Set(places.flatMap(({ card }) => card.employerId ?? []))]
    const employers = ids.length === 0 ? [] : await context.tx.selectFrom('employer').select(['id', 'name']).where('id', 'in', ids).orderBy('name').execute()
    const openings = places.map(({ card }) => ({ id: card.id, name: [card.title, card.employerName, card.sharedBy].filter(Boolean).join(', ') })).toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
    const towns = [...new Set(places.flatMap(({ card }) => card.place ?? []))].toSorted((a, b) => a.localeCompare(b, 'nb'))
    const roomAt = (neighbours: boolean): number => usableSeats({ seats: places.map(({ seats, card }) => ((card.sharedBy !== undefined) === neighbours ? seats : 0)), limitOf, limits })
    return { saved: await loadSaved(context), openings, employers, towns, seats: roomAt(false), neighbourSeats: roomAt(true), actions: context.actor.permissions.includes('matching.present') ? ['save' as const] : [] }
  },
})

/** Saves a scenario under a name, or again under the same. */
export const saveWhatIf = operation({
  permission: 'matching.present', input: SaveWhatIfInput, output: z.object({ id: Id, version: z.int() }), subjects: nobody,
  async run(context, { id, version, name, unit, parts }) {
    const values = { name, unit, parts: JSON.stringify(parts), savedBy: context.actor.id, savedAt: instantOf(context.now) }
    if (version !== undefined) return { id, version: await saveVersioned(context, 'whatIfScenario', { id, version }, values) }
    await context.tx.insertInto('whatIfScenario').values({ id, ...values }).execute()
    return { id, version: 1 }
  },
})

export const removeWhatIf = operation({
  permission: 'matching.present', input: z.object({ id: Id }), output: z.object({ id: Id }), subjects: nobody,
  async run({ tx, changes }, { id }) {
    const { numDeletedRows } = await tx.deleteFrom('whatIfScenario').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) throw new NotFound()
    changes.push({ table: 'whatIfScenario', id, version: 0, fields: ['removed'] })
    return { id }
  },
})

/** The market with what is near each occupation, for the places a scenario invents. */
async function poseWhatIf(context: Context, neighbours: boolean): Promise<Posed> {
  const posed = await poseMarket(context, neighbours)
  return { ...posed, market: { ...posed.market, related: await loadAllRelated(context) } }
}

/** Begins to run scenarios on the facts of today, in a thread of its own. */
export const startWhatIf = operation({
  permission: 'matching.read', reads: true, input: StartWhatIfInput, output: z.object({ runId: Id }), subjects: nobody,
  async run(context, { runId, scenarios, neighbours }) {
    startRun(context, runId, { ask: 'scenarios', ...await poseWhatIf(context, neighbours), scenarios, seed: SEED })
    return { runId }
  },
})

/** Begins to search for the cheapest parts of a scenario that place so many. */
export const startCheapest = operation({
  permission: 'matching.read', reads: true, input: StartCheapestInput, output: z.object({ runId: Id }), subjects: nobody,
  async run(context, { runId, scenario, target, neighbours }) {
    startRun(context, runId, { ask: 'cheapest', ...await poseWhatIf(context, neighbours), scenario, target, seed: SEED })
    return { runId }
  },
})

/** How far a run has come, and its answer when there is one. Only whoever started it. */
export const readWhatIf = operation({
  permission: 'matching.read', reads: true, input: z.object({ runId: Id }), output: ReadWhatIf, subjects: nobody,
  async run(context, { runId }) {
    const { state, progress, answer } = found(findRun(context, runId))
    return { state, progress, comparison: answer?.ask === 'scenarios' ? answer.answer : null, cheapest: answer?.ask === 'cheapest' ? answer.answer : null }
  },
})

export const cancelWhatIf = operation({
  permission: 'matching.read', reads: true, input: z.object({ runId: Id }), output: z.object({ state: RunState }), subjects: nobody,
  async run(context, { runId }) {
    const run = found(findRun(context, runId))
    cancelRun(run)
    return { state: run.state }
  },
})

