import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Browser } from './ask.ts'
import { openBrowser } from './ask.ts'
import { aCohort } from './cohort-scene.ts'
import { moveOnScreen } from './cohort-screen.ts'
import type { Line, Times } from './measure.ts'
import { ms, underLoad } from './measure.ts'
import { serve, signIn } from './serve.ts'

const Plan = z.object({ version: z.int(), placed: z.int(), people: z.int(), places: z.array(z.object({ seats: z.int() })), rows: z.array(z.object({ person: z.object({ id: z.string() }), openingId: z.string().nullable(), possible: z.int() })) })
const Choices = z.object({ choices: z.array(z.object({ openingId: z.string(), isHers: z.boolean() })) })
const BAR = 200

/** Moves somebody to a place she does not have and, every other time, takes the move back: what a person does with the board all day. */
async function changes(browser: Browser, planId: string): Promise<(turn: number) => Promise<unknown>> {
  const plan = Plan.parse(await browser.ask('matching.getPlan', { cohortId: planId }))
  const people = plan.rows.filter(({ openingId, possible }) => openingId !== null && possible > 3).map(({ person }) => person.id)
  const places = new Map<string, string[]>()
  for (const personId of people.slice(0, 60)) {
    const { choices } = Choices.parse(await browser.ask('matching.listChoices', { cohortId: planId, personId }))
    places.set(personId, choices.filter(({ isHers }) => !isHers).map(({ openingId }) => openingId))
  }
  let version = plan.version
  const movable = [...places.keys()]
  return async (turn) => {
    const personId = movable[Math.floor(turn / 2) % movable.length] ?? ''
    const change = turn % 2 === 0 ? { do: 'pin', personId, openingId: places.get(personId)?.[turn % 3] } : { do: 'clear', personId }
    version = z.object({ version: z.int() }).parse(await browser.ask('matching.changePlan', { cohortId: planId, version, change })).version
  }
}

const Price = z.object({ own: z.object({ score: z.number(), lowest: z.number() }), plain: z.object({ score: z.number(), lowest: z.number() }) })

/** The same people and seats for whoever gets least: some hundred solves instead of one, and what it costs of the best sum. */
async function worstOff(browser: Browser): Promise<Line[]> {
  const planId = randomUUID()
  const started = performance.now()
  await browser.ask('matching.solvePlan', { id: planId, name: 'Bench', goal: 'worst_off_first' })
  const solved = performance.now() - started
  const { own, plain } = Price.parse(await browser.ask('matching.priceOfWorstOff', { cohortId: planId }))
  const moved = await underLoad([await changes(browser, planId)], { seconds: 8 })
  return [
    { what: 'cohort board, most to whoever gets least: from facts to a proved and kept plan', measured: `${ms(solved)}; the lowest ${plain.lowest} → ${own.lowest} points, the sum ${((plain.score - own.score) / plain.score * 100).toFixed(2)} % lower`, bar: '' },
    { what: 'cohort board, most to whoever gets least: a move by hand, answered with new totals: p95', measured: `${ms(moved.p95)} (half within ${ms(moved.p50)}, ${moved.count} moves)`, bar: '' },
  ]
}

/** What is seen on the screen, which is what the bar is of. */
const onScreen = ({ cost, move }: { cost: Times; move: Times }): Line[] => [
  { what: 'cohort board: what a move would cost, from the choice of a place to what is on the screen: p95', measured: `${ms(cost.p95)} (half within ${ms(cost.p50)}, ${cost.count} choices in Chromium)`, bar: `≤ ${BAR} ms`, met: cost.p95 <= BAR },
  { what: 'cohort board: a move by hand, from the press to new totals on the screen: p95', measured: `${ms(move.p95)} (half within ${ms(move.p50)}, ${move.count} moves in Chromium)`, bar: `≤ ${BAR} ms`, met: move.p95 <= BAR },
]

/** The cohort board at the size of a municipality: solving, and a move by hand until the new totals are there. */
export async function cohort(): Promise<Line[]> {
  const scene = await aCohort()
  const server = await serve(scene)
  try {
    const [cookie = ''] = await signIn(scene, scene.ordinary, 1)
    const browser = await openBrowser(server.port, cookie)
    const planId = randomUUID()
    const started = performance.now()
    await browser.ask('matching.solvePlan', { id: planId, name: 'Bench', goal: 'most_placed' })
    const solved = performance.now() - started
    const plan = Plan.parse(await browser.ask('matching.getPlan', { cohortId: planId }))
    const size = `${plan.people} people, ${plan.places.reduce((sum, { seats }) => sum + seats, 0)} seats, ${plan.placed} placed`
    const change = await changes(browser, planId)
    const op = await underLoad([change], { seconds: 8 })
    const fairest = await worstOff(browser)
    browser.close()
    const screen = await moveOnScreen(server.port, cookie, planId)
    return [
      { what: 'cohort board: from facts to a proved and kept plan', measured: `${ms(solved)} (${size})`, bar: '' },
      { what: 'cohort board: a move by hand, answered with new totals: p95', measured: `${ms(op.p95)} (half within ${ms(op.p50)}, ${op.count} moves)`, bar: `≤ ${BAR} ms`, met: op.p95 <= BAR },
      ...fairest,
      ...(screen === undefined ? [] : onScreen(screen)),
    ]
  } finally {
    await server.stop()
    await scene.stop()
  }
}
