import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEvent, readPlan, writePlan } from './event-file.ts'
import { faultOfPlan } from './fault-of-plan.ts'
import { planMeetings } from './plan.ts'

/** The day of the README, so that what it shows is true. */
const shown: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(readFileSync(new URL('README.md', import.meta.url), 'utf8'))?.[1] ?? '')

test('the day of the README is read, planned, written and checked', () => {
  const read = readEvent(shown)
  expect(read.ok).toBe(true)
  if (!read.ok) return
  expect(read.event.participants.map(({ present }) => present)).toEqual([[true, true, true], [false, true, true], [true, true, false]])
  const plan = planMeetings(read.event, 1)
  const written = writePlan(read.event, plan)
  expect(written.meetings).toContainEqual({ from: '10:00', to: '10:12', participant: 'Eli', employer: 'Bakery', room: 'Hall', table: 1, interpreter: undefined })
  expect(written.meetings).toHaveLength(5)
  const back = readPlan(read.event, JSON.parse(JSON.stringify(written)))
  expect(back.ok && faultOfPlan(read.event, back.value)).toBeUndefined()
})

const least = { slots: [['10:00', '10:10']], employers: [{ id: 'E' }], participants: [{ id: 'P' }], wishes: [['P', 'E', 1, 1]] }
test('what is left out has its usual value', () => {
  expect(readEvent(least)).toEqual({ ok: true, event: { slots: [{ from: 600, to: 610 }], rooms: [{ id: 'room', at: [0, 0], tables: undefined }], interpreters: [], fixed: [],
    employers: [{ id: 'E', tables: 1, room: 'room', most: undefined, present: [true] }], participants: [{ id: 'P', most: 1, least: 0, language: undefined, present: [true] }], wishes: [{ participant: 'P', employer: 'E', byParticipant: 1, byEmployer: 1 }] } })
})

test.each<[unknown, RegExp[]]>([
  [null, [/^file: /]],
  [{ ...least, slots: [['10:00', '25:10']] }, [/^slots\[0\]\[1\]: is a clock time/]],
  [{ ...least, wishes: [['P', 'E', 4, 1], ['P', 'X', 1, 1, 1]] }, [/^wishes\[0\]\[2\]/, /^wishes\[1\]/]],
  [{ ...least, tables: 3 }, [/tables/]],
  [{ ...least, participants: [{ id: 'P', from: '11:00', until: '10:00', away: [['10:05', '10:05']] }] }, [/participants\[0\]: leaves/, /participants\[0\]\.away\[0\]/]],
  [{ ...least, fixed: [{ participant: 'P', employer: 'E', from: '10:05', table: 1 }] }, [/fixed\[0\]\.from: no slot begins at 10:05/]],
  [{ ...least, wishes: [['Eve', 'E', 1, 1]] }, [/no participant 'Eve'/]],
])('a file that cannot be read is refused with every reason (%#)', (file, reasons) => {
  const read = readEvent(file)
  const said = read.ok ? [] : read.reasons
  expect(said).toHaveLength(reasons.length)
  for (const [at, reason] of reasons.entries()) expect(said[at]).toMatch(reason)
})

test('a plan with a time of no slot is found out', () => {
  const read = readEvent(least)
  const plan = read.ok && readPlan(read.event, { meetings: [{ participant: 'P', employer: 'E', from: '10:03', table: 1, room: 'room' }], value: 4, upperBound: 4 })
  expect(read.ok && plan && plan.ok && faultOfPlan(read.event, plan.value)).toMatch(/not in the event/)
})
