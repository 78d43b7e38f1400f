import { openBrowser } from './ask.ts'
import type { Line } from './measure.ts'
import { ms, underLoad } from './measure.ts'
import type { National } from './national.ts'
import { someoneOf } from './person-page.ts'
import { serve, signIn } from './serve.ts'

/** One person against the 2,000 places of her municipality, with every criterion explained, through the whole server. */
export async function matches(national: National): Promise<Line[]> {
  const server = await serve(national)
  try {
    const people = await someoneOf(national, national.ordinary, 500)
    const [cookie = ''] = await signIn(national, national.ordinary, 1)
    const browser = await openBrowser(server.port, cookie)
    const { p50, p95, count } = await underLoad([(turn) => browser.ask('matching.matchesForPerson', { personId: people[turn % people.length] })], { seconds: 8 })
    browser.close()
    return [{ what: 'explained matches of one person against 2,000 places: p95', measured: `${ms(p95)} (half within ${ms(p50)}, ${count} people)`, bar: '≤ 150 ms', met: p95 <= 150 }]
  } finally {
    await server.stop()
  }
}
