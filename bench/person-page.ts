import { openBrowser } from './ask.ts'
import type { Line, Times } from './measure.ts'
import { ms, underLoad } from './measure.ts'
import type { National } from './national.ts'
import type { Served } from './serve.ts'
import { serve, signIn } from './serve.ts'

const SECONDS = 6

/** People of a municipality in no order, so that a page is seldom seen twice. */
export async function someoneOf({ owner }: National, municipalityId: string, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>("select id from person where municipality_id = $1 and address_protection = 'none' and status in ('settled', 'in_programme') order by id limit $2", [municipalityId, count])
  return rows.map(({ id }) => id)
}

/**
 * What the page asks in the order a browser asks it: who am I, the person, and then the part in sight, each tab on a connection of
 * its own. One tab is in sight at a time; `everyTab` opens them all at once, which nobody does.
 */
async function openPage({ port }: Served, cookie: string, people: readonly string[], everyTab: boolean): Promise<(turn: number) => Promise<void>> {
  const [first, second, third] = await Promise.all([openBrowser(port, cookie), openBrowser(port, cookie), openBrowser(port, cookie)])
  return async (turn) => {
    const personId = people[turn % people.length]
    await first.ask('identity.whoAmI', {})
    await first.ask('people.getPerson', { personId })
    await Promise.all([first.ask('competence.getCompetence', { personId }),
      ...(everyTab ? [second.ask('placements.listAgreements', { personId }), third.ask('matching.matchesForPerson', { personId })] : [])])
  }
}

async function pages(server: Served, national: National, users: number, everyTab: boolean): Promise<Times> {
  const people = await someoneOf(national, national.ordinary, 500)
  const workers = await Promise.all((await signIn(national, national.ordinary, users)).map((cookie) => openPage(server, cookie, people, everyTab)))
  return underLoad(workers, { seconds: SECONDS })
}

/** The page of a person as it opens, and with all its tabs (her places among 2,000 included), for one user and for five at the same time. */
export async function personPage(national: National): Promise<Line[]> {
  const server = await serve(national)
  try {
    const lines: Line[] = []
    for (const everyTab of [false, true]) for (const users of [1, 5]) {
      const { p50, p95, count } = await pages(server, national, users, everyTab)
      lines.push({ what: `person page ${everyTab ? 'with every tab at once' : 'as it opens'}, ${users === 1 ? 'one user' : `${users} at once`}: p95`, measured: `${ms(p95)} (half within ${ms(p50)}, ${count} pages)`, bar: '≤ 120 ms', met: p95 <= 120 })
    }
    return lines
  } finally {
    await server.stop()
  }
}
