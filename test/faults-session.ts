import { randomUUID } from 'node:crypto'

/** Somebody signed in at a server over HTTP, as a browser without script would be. */
export type Visitor = {
  name: string
  cookie(): string
  /** `POST /api/<name>` as the screens do it. Throws only when there was no answer at all. */
  call(name: string, input: unknown, requestId?: string): Promise<{ status: number; body: Answer }>
}
/** What an operation answers, or a problem. */
type Answer = { [field: string]: unknown; refusals?: { code: string; path?: string; params?: Record<string, string> }[] }

type Kept = { cookies: Map<string, string>; origin: string }
const cookieOf = ({ cookies }: Kept): string => [...cookies].map((pair) => pair.join('=')).join('; ')

/** Goes to an address and on to wherever it leads; answers the last page. */
async function visit(kept: Kept, path: string, form?: Record<string, string>): Promise<string> {
  const answer = await fetch(new URL(path, kept.origin), { redirect: 'manual', method: form ? 'POST' : 'GET', headers: { accept: 'text/html', 'accept-language': 'en', cookie: cookieOf(kept) }, ...(form && { body: new URLSearchParams(form) }) })
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value) kept.cookies.set(name, value); else kept.cookies.delete(name)
  }
  const next = answer.headers.get('location')
  const text = await answer.text()
  return next ? visit(kept, next) : text
}

/** Signs in as the `nth` of the invented people with this role, by the built-in sign-in. */
export async function signInAs(origin: string, role: string, nth = 0): Promise<Visitor> {
  const kept: Kept = { cookies: new Map(), origin }
  const page = await visit(kept, '/sign-in')
  const people = [...page.matchAll(/name="who" value="([^"]+)"><strong><bdi>([^<]+)<\/bdi><\/strong><span>([^<]*)</g)].filter(([, , , roles = '']) => roles.includes(role))
  const [, who = '', name = ''] = people[nth] ?? []
  await visit(kept, /action="(\/local-sign-in\/[^"]+)"/.exec(page)?.[1] ?? '', { who })
  if (!kept.cookies.has('fotfeste_session')) throw new Error(`Could not sign in as ${role}: ${page.slice(0, 2000)}`)
  return {
    name, cookie: () => cookieOf(kept),
    async call(operation, input, requestId) {
      const answer = await fetch(`${origin}/api/${operation}`, { method: 'POST', body: JSON.stringify(input),
        headers: { 'content-type': 'application/json', 'x-fotfeste': '1', cookie: cookieOf(kept), ...(requestId && { 'x-request-id': requestId }) } })
      return { status: answer.status, body: await answer.json() as Answer } // reason for the cast: the shape of another process's answer
    },
  }
}

/** Somebody new to save, with an address, so that the write goes to more than one table. */
export const aNewPerson = (familyName = 'Prøve') => ({
  id: randomUUID(), givenName: 'Sara', familyName, contactLocale: 'nb', status: 'settled', addressProtection: 'none', address: { street: 'Storgata 1', postcode: '9990', place: 'Fjordvik' },
})

export type Write = { person: ReturnType<typeof aNewPerson>; requestId: string; status?: number; body?: Answer }

/** Saves new people, several at a time, until stopped; every write is kept, with its answer when there was one. */
export function writeOnAndOn(visitor: Visitor, { streams = 6 } = {}): { writes: Write[]; answered(): number; stop(): Promise<void> } {
  const writes: Write[] = []
  let going = true
  const stream = async (): Promise<void> => {
    for (let at = 0; going; at++) {
      const write: Write = { person: aNewPerson(`Prøve ${at}`), requestId: randomUUID() }
      writes.push(write)
      const answer = await visitor.call('people.savePerson', write.person, write.requestId).catch(() => undefined) // no answer: the server is gone
      if (answer) Object.assign(write, answer)
      else going = false
    }
  }
  const streaming = Promise.all(Array.from({ length: streams }, stream))
  return { writes, answered: () => writes.filter(({ status }) => status === 200).length, stop: async () => { going = false; await streaming } }
}
