import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { MeetingEvent, MeetingPlan } from '#matching/meetings/event.ts'

const Plan = z.object({
  meetings: z.array(z.object({ participant: z.string(), employer: z.string(), slot: z.int(), table: z.int(), room: z.string(), interpreter: z.string().optional() })), value: z.int(), upperBound: z.int(),
  without: z.array(z.object({ participant: z.string(), lacks: z.int(), why: z.enum(['fewWishes', 'fewSlots', 'noInterpreter', 'seatsTaken']) })), idle: z.int(), idleTables: z.int(), walk: z.number(),
})

/** Plans a day in a thread of its own. */
export const planApart = (event: MeetingEvent, seed: number): Promise<MeetingPlan> => new Promise((done, failed) => {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: { event, seed } })
  worker.once('message', (plan: unknown) => { const { meetings, ...rest } = Plan.parse(plan); done({ ...rest, meetings: meetings.map(({ interpreter, ...one }) => ({ ...one, ...(interpreter !== undefined && { interpreter }) })) }) })
  worker.once('error', failed)
})
