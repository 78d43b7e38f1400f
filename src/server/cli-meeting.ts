import { readEvent, readPlan, writePlan } from '#matching/meetings/event-file.ts'
import { faultOfPlan } from '#matching/meetings/fault-of-plan.ts'
import { planMeetings } from '#matching/meetings/plan.ts'
import type { Answer, Values } from './cli-database.ts'
import { readJson, seedOf } from './cli-match.ts'

/** Plans a meeting day in a file: the timetable with its value against the most there could be. */
export async function planMeeting(file: string, values: Values): Promise<Answer> {
  const seed = seedOf(values)
  const read = readEvent(await readJson(file))
  if (!read.ok) return { answer: { refused: read.reasons }, code: 1 }
  const from = performance.now()
  const plan = planMeetings(read.event, seed)
  return { answer: { ...writePlan(read.event, plan), seed, seconds: (performance.now() - from) / 1000 }, code: 0 }
}

/** Checks a plan against its day by a checker that knows nothing of how it was made. */
export async function checkMeeting(file: string, result: string): Promise<Answer> {
  const read = readEvent(await readJson(file))
  if (!read.ok) return { answer: { refused: read.reasons }, code: 1 }
  const plan = readPlan(read.event, await readJson(result))
  if (!plan.ok) return { answer: { refused: plan.reasons }, code: 1 }
  const fault = faultOfPlan(read.event, plan.value)
  return { answer: fault === undefined ? { sound: true } : { sound: false, fault }, code: fault === undefined ? 0 : 1 }
}
