import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { z } from 'zod'
import nb from '#web/messages/nb.json' with { type: 'json' }
import { startFotfeste } from '../e2e/support/fotfeste.ts'
import { findChromium, INSTALL_CHROMIUM } from './chromium.ts'

/**
 * `node start.mjs tools/pictures.ts`: starts Fotfeste with a fresh data folder and takes the pictures of README.md anew.
 * Each page is reached as a person reaches it: signed in by the built-in sign-in, then by its address.
 */
const folder = join(import.meta.dirname, '..', 'docs', 'pictures')
const MOST_BYTES = 200_000
const wide = { width: 1280, height: 860 }
const narrow = { width: 360, height: 740 }

/** The ids the pages are about: a placement that runs, and who and what belongs to it. */
type Ids = { placement: string; person: string; employer: string; opening: string }
type Picture = { name: string; as: string; path: (ids: Ids) => string; narrow?: true }

const adviser = 'Ingrid Solheim'
const broker = 'Knut Haugen'
/** The first of the invented participants, whoever she is. */
const participant = 'deltaker-'
const pictures: Picture[] = [
  { name: 'today', as: adviser, path: () => '/today' },
  { name: 'people', as: adviser, path: () => '/people' },
  { name: 'person', as: adviser, path: ({ person }) => `/people/${person}` },
  { name: 'employer', as: broker, path: ({ employer }) => `/employers/${employer}` },
  { name: 'opening', as: broker, path: ({ opening }) => `/openings/${opening}` },
  { name: 'placement', as: adviser, path: ({ placement }) => `/placements/${placement}` },
  { name: 'today-phone', as: adviser, path: () => '/today', narrow: true },
  { name: 'participant-phone', as: participant, path: () => '/mine/places', narrow: true },
]

async function signIn(browser: Browser, origin: string, name: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, locale: 'nb-NO', timezoneId: 'Europe/Oslo', viewport: wide, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator(`button[value^="${name}"]`).or(page.getByRole('button', { name })).first().click()
  await page.getByRole('navigation').first().waitFor()
  await page.close()
  return context
}

const Placements = z.object({ rows: z.array(z.object({ id: z.string(), personId: z.string(), employerId: z.string() })) })
const Openings = z.object({ rows: z.array(z.object({ id: z.string() })) })

async function ask<T>(context: BrowserContext, operation: string, input: object, shape: z.ZodType<T>): Promise<T> {
  const answer = await context.request.post(`/api/${operation}`, { data: input, headers: { 'x-fotfeste': '1' } })
  return shape.parse(await answer.json())
}

async function findIds(context: BrowserContext): Promise<Ids> {
  const [placement] = (await ask(context, 'placements.listAgreements', { states: ['in_progress'] }, Placements)).rows
  const [opening] = (await ask(context, 'opportunities.listOpenings', { kind: 'practice_place', freeSeatsAtLeast: 1 }, Openings)).rows
  if (!placement || !opening) throw new Error('The invented municipality has no running placement or no opening')
  return { placement: placement.id, person: placement.personId, employer: placement.employerId, opening: opening.id }
}

/** The page when it has come to rest: no skeletons, fonts there. Throws when it is a page that says something went wrong. */
async function settled(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.evaluate(async () => { await document.fonts.ready })
  const text = await page.locator('main').innerText()
  const wrong = text.includes(nb['notFound.title']) || text.includes(nb['error.title']) || /\{\w+, (select|plural)/.test(text)
  if (wrong) throw new Error(`${path} is not fit for a picture:\n${text}`)
}

async function take(context: BrowserContext, { name, path, narrow: isNarrow }: Picture, ids: Ids): Promise<void> {
  const page = await context.newPage()
  await page.setViewportSize(isNarrow ? narrow : wide)
  await settled(page, path(ids))
  const bytes = await page.screenshot({ type: 'png', scale: 'css', animations: 'disabled', caret: 'hide' })
  if (bytes.length > MOST_BYTES) throw new Error(`${name}.png would be ${bytes.length} bytes; at most ${MOST_BYTES} are kept`)
  await writeFile(join(folder, `${name}.png`), bytes)
  console.log(`${name}.png ${Math.round(bytes.length / 1000)} kB`)
  await page.close()
}

async function takeAll(browser: Browser, origin: string): Promise<void> {
  const contexts = new Map<string, BrowserContext>()
  for (const who of new Set(pictures.map((one) => one.as))) contexts.set(who, await signIn(browser, origin, who))
  const [first] = contexts.values()
  if (!first) return
  const ids = await findIds(first)
  for (const picture of pictures) {
    await take(contexts.get(picture.as) ?? first, picture, ids)
      .catch((error: unknown) => { console.error(`${picture.name}.png: ${error instanceof Error ? error.message : String(error)}`); process.exitCode = 1 })
  }
}

const executablePath = findChromium()
if (!executablePath) throw new Error(`Pictures need a browser: ${INSTALL_CHROMIUM}`)
await mkdir(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
try {
  const fotfeste = await startFotfeste()
  try {
    await takeAll(browser, fotfeste.origin)
  } finally {
    await fotfeste.stop()
  }
} finally {
  await browser.close()
}
