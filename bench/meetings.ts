import { away } from '#matching/meetings/change.ts'
import { draws } from '#matching/engine/draw.ts'
import type { MeetingEvent, MeetingPlan } from '#matching/meetings/event.ts'
import { faultOfPlan } from '#matching/meetings/fault-of-plan.ts'
import { planMeetings } from '#matching/meetings/plan.ts'
import { replan } from '#matching/meetings/replan.ts'
import { drawnEvent, type Shape } from '#test/meeting-events.ts'
import type { Line } from './measure.ts'
import { conflicts } from './meetings-peer.ts'

const EVENTS = 3000
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const gapOf = ({ value, upperBound }: MeetingPlan): number => (upperBound === 0 ? 0 : 1 - value / upperBound)
const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.001 ? 3 : 2)} %`

type Timed<T> = { seconds: number; value: T }
function timed<T>(work: () => T): Timed<T> {
  const from = performance.now()
  const value = work()
  return { seconds: (performance.now() - from) / 1000, value }
}

/** A day planned so many times: the time of the middle one, and whether each was sound. */
function speed(what: string, shape: Shape, barSeconds: number, runs: number): Line {
  const event = drawnEvent(shape, 1)
  const all = Array.from({ length: runs }, (_, seed) => timed(() => planMeetings(event, seed + 1)))
  const faults = all.flatMap(({ value }) => faultOfPlan(event, value) ?? [])
  const [seconds, plan] = [median(all.map((one) => one.seconds)), all[0]?.value]
  const gap = Math.max(...all.map(({ value }) => gapOf(value)))
  return { what, measured: `${seconds.toFixed(2)} s, ${plan?.meetings.length} meetings, ${gap === 0 ? 'proved to be the best' : `at most ${percent(gap)} below the bound`}${faults.length > 0 ? `, WRONG: ${faults[0]}` : ''}`, bar: `≤ ${barSeconds} s`, met: faults.length === 0 && seconds <= barSeconds }
}

/** 3 to 8 employers with a table each, 10 to 40 people who are interested in some of them, and as many rounds as the longest list needs. */
function speedInterviews(seed: number): MeetingEvent {
  const draw = draws(seed)
  const between = (least: number, most: number): number => least + Math.floor(draw() * (most - least + 1))
  const [employers, participants, interested] = [between(3, 8), between(10, 40), 0.2 + 0.6 * draw()]
  const base = drawnEvent({ employers, participants, slots: 1, tables: 1, wishesEach: 0, most: employers, rooms: employers }, seed)
  const wishes = base.participants.flatMap(({ id }) => base.employers.filter(() => draw() < interested).map((one) => ({ participant: id, employer: one.id, byParticipant: 1 as const, byEmployer: 1 as const })))
  const rounds = Math.max(1, employers, ...base.employers.map(({ id }) => wishes.filter((one) => one.employer === id).length))
  const there = <T extends { present: boolean[] }>(all: T[]): T[] => all.map((one) => ({ ...one, present: Array.from({ length: rounds }, () => true) }))
  return { ...base, wishes, employers: there(base.employers), participants: there(base.participants), slots: Array.from({ length: rounds }, (_, s) => ({ from: 600 + s * 10, to: 609 + s * 10 })) }
}

function withoutDoubleBooking(): Line {
  let [ours, whole, peer, milliseconds] = [0, 0, 0, 0]
  for (let seed = 1; seed <= EVENTS; seed++) {
    const event = speedInterviews(seed)
    const { seconds, value: plan } = timed(() => planMeetings(event, seed))
    milliseconds += seconds * 1000
    if (faultOfPlan(event, plan) === undefined) ours++
    if (plan.meetings.length === event.wishes.length) whole++
    if (conflicts(event.employers.map(({ id }) => ({ employer: id, people: event.wishes.filter((one) => one.employer === id).map(({ participant }) => participant) }))) === 0) peer++
  }
  return { what: `${EVENTS.toLocaleString('en')} drawn events of 3–8 employers and 10–40 people`, measured: `${percent(ours / EVENTS)} without double booking, every wish met in ${percent(whole / EVENTS)}, ${(milliseconds / EVENTS).toFixed(2)} ms each; Nav's rules restated: ${percent(peer / EVENTS)}`,
    bar: '100 % without double booking', met: ours === EVENTS, note: "Nav's lists have no empty rounds; ours may have some, where all meet within the same rounds." }
}

/** A fifth of all slots away: how far below the bound the worst of ten days is. */
function gap(what: string, shape: Shape, bar?: number): Line {
  const days = Array.from({ length: 10 }, (_, seed) => drawnEvent({ ...shape, away: 0.2 }, seed + 1))
  const plans = days.map((event, seed) => ({ event, plan: planMeetings(event, seed) }))
  const isSound = plans.every(({ event, plan }) => faultOfPlan(event, plan) === undefined)
  const gaps = plans.map(({ plan }) => gapOf(plan))
  return { what, measured: `worst of ten ${percent(Math.max(...gaps))} below the bound, ${gaps.filter((one) => one === 0).length} of them proved to be the best${isSound ? '' : ', WRONG'}`, ...(bar === undefined ? { bar: '–' } : { bar: `≤ ${bar * 100} %`, met: isSound && Math.max(...gaps) <= bar }) }
}

/** A participant who does not come, at the beginning of each round of the day; and that nothing is touched without cause. */
function noShow(): Line {
  const event = drawnEvent({ participants: 200, employers: 20, tables: 1, slots: 12, wishesEach: 8, most: 6, least: 1, away: 0.1, needsInterpreter: 0.1, interpreters: 4 }, 1)
  const plan = planMeetings(event, 1)
  const gone = plan.meetings.map((one) => timed(() => replan(event, plan, [{ kind: 'participant', id: one.participant, from: one.slot, present: away(12) }], one.slot, 1)))
  const isSound = gone.every(({ value }) => faultOfPlan(value.event, value.plan) === undefined)
  const touched = gone.filter(({ value }) => value.moved.some(({ to }) => to !== undefined)).length
  const milliseconds = gone.map(({ seconds }) => seconds * 1000).toSorted((a, b) => a - b)
  const [half, most] = [median(milliseconds), milliseconds.at(-1) ?? NaN]
  return { what: `200 people, 20 employers, 12 rounds: planned again after a no-show, ${gone.length} times`, measured: `half within ${half.toFixed(1)} ms, most ${most.toFixed(0)} ms; ${touched} times another's meeting was moved${isSound ? '' : ', WRONG'}`, bar: '≤ 100 ms', met: isSound && half <= 100 }
}

/** The planner of meeting days alone: no database, no server. */
export async function meetings(): Promise<Line[]> {
  return [
    speed('1,000 people, 60 tables, 10 rounds', { participants: 1000, employers: 60, tables: 1, slots: 10, wishesEach: 12, most: 10 }, 0.5, 5),
    speed('10,000 people, 300 tables, 16 rounds', { participants: 10_000, employers: 300, tables: 1, slots: 16, wishesEach: 20, most: 8 }, 10, 3),
    speed('10,000 people, 300 tables, 16 rounds, a first meeting for as many as can be', { participants: 10_000, employers: 100, tables: 3, slots: 16, wishesEach: 12, most: 8, least: 1 }, 10, 3),
    withoutDoubleBooking(),
    gap('200 people, 40 tables, 12 rounds, a fifth away', { participants: 200, employers: 40, tables: 1, slots: 12, wishesEach: 12, most: 12 }, 0.01),
    gap('60 people, 20 tables, 10 rounds, a fifth away', { participants: 60, employers: 20, tables: 1, slots: 10, wishesEach: 10, most: 10 }, 0.01),
    gap('60 people, 40 tables, 10 rounds, a fifth away, more seats than wishes', { participants: 60, employers: 40, tables: 1, slots: 10, wishesEach: 12, most: 10, least: 2 }, 0.01),
    gap('200 people, 80 tables, 12 rounds, a fifth away, rooms for 48 and 6 interpreters for 60 people', { participants: 200, employers: 40, tables: 2, slots: 12, wishesEach: 10, most: 5, rooms: 8, roomTables: 6, needsInterpreter: 0.3, interpreters: 6 }),
    noShow(),
  ]
}
