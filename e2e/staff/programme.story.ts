import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { errorsOf, openBrowser, signIn } from '../support/browser.ts'
import { tellInChapters } from '../support/chapters.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import { screenOf } from '../support/screen.ts'
import { decide, fillInFacts, makeClass, makePlan } from './programme/beginning.ts'
import { holdTalk, sendMapping } from './programme/talks.ts'
import { fillCourse } from './programme/courses.ts'
import { endAndHandOver, lookFromAbove, revisePlan } from './programme/ending.ts'
import { payMonth, readOwnPages, registerMonths } from './programme/months-paid.ts'
import type { Scene } from './programme/scene.ts'
import { START, hers } from './programme/scene.ts'

let fotfeste: Fotfeste
let browser: BrowserContext
let scene: Scene
let errors: string[]
beforeAll(async () => {
  fotfeste = await startFotfeste()
  browser = await openBrowser()
  const page = await browser.newPage()
  errors = errorsOf(page)
  const screen = screenOf(page, () => fotfeste.origin)
  const personTab = async (tab: string): Promise<void> => {
    await screen.open(`/people/${hers.id}`)
    await screen.tab(tab)
    await page.waitForLoadState('networkidle')
  }
  scene = { screen, becomes: (name) => signIn(page, fotfeste.origin, name), personTab, found: { activityId: '', away: START, runId: '' } }
})
afterAll(async () => {
  await browser?.close()
  await fotfeste?.stop()
})

/** A chapter told in the scene there is then. */
const told = (chapter: (scene: Scene) => Promise<void>) => (): Promise<void> => chapter(scene)

tellInChapters('programme', [
  ['facts: the adviser fills in what the law asks, and the right is shown with its reasons', told(fillInFacts)],
  ['decision: made by a named person, with a paper for the archive', told(decide)],
  ['talk: what is known is confirmed, what is agreed is written, and the path goes on', told(holdTalk)],
  ['guidance: she is told what is in the mapping, and it is sent along', told(sendMapping)],
  ['plan: goals, elements with reasons and her own words, signed in a meeting with an interpreter', told(makePlan)],
  ['week: a class with her in it', told(makeClass)],
  ['courses: a group of a statutory course is set up, and she is put on it because she lacks it', told(fillCourse)],
  ['attendance: the teacher registers three months, and the adviser codes the day she was away', told(registerMonths)],
  ['benefit: terms, the run, the exception decided, approved by another, the file, and the deduction with its paragraph', told(payMonth)],
  ['portal: she reads her week, her plan and her payslip, in Norwegian and in Arabic', told(readOwnPages)],
  ['revision: the plan is changed with a reason, and both versions are there', told(revisePlan)],
  ['exit: a step settled, the programme ended with a next step, handed over to a named adviser at Nav who answers', told(endAndHandOver)],
  ['overview: the manager sees figures and deadlines, and nobody by name', told(lookFromAbove)],
], () => ({ page: scene.screen.page, errors }))
