import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NARROW, openBrowser } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'

let fotfeste: Fotfeste
beforeAll(async () => { fotfeste = await startFotfeste() })
afterAll(async () => { await fotfeste?.stop() })

type Said = { text: string; voice: string }
type Device = { said: Said[] }
declare const device: Device

/** The machine has no voices, so the device's speech is played: it notes what it is given, and says it at once. The last word of each list is where the voice lives. */
const playSpeech = (voices: readonly string[]): string => `
  globalThis.device = { said: [] }
  const voices = ${JSON.stringify(voices)}.map((one) => ({ name: one, lang: one.split(' ')[0], localService: one.endsWith('here') }))
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  Object.defineProperty(globalThis, 'speechSynthesis', { value: { getVoices: () => voices, cancel() {}, pause() {}, resume() {},
    speak(words) { device.said.push({ text: words.text, voice: words.voice.name }); setTimeout(() => words.onend(), 1) } } })`

/** Arrives at one of her pages in a language, on a telephone with these voices. */
async function onPhone(voices: readonly string[], language: string, path: string, look: (page: Page) => Promise<void>): Promise<void> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.setViewportSize(NARROW)
  await page.addInitScript(playSpeech(voices))
  await page.goto(`${fotfeste.origin}/sign-in`)
  await page.locator('section', { has: page.getByRole('heading', { name: 'Nordvåg' }) }).locator('h3 + ul button').first().click()
  await page.waitForURL('**/mine/week')
  await page.locator(`button[name=locale][value=${language}]`).click()
  await page.locator(`html[lang=${language}]`).waitFor()
  await page.goto(`${fotfeste.origin}${path}`)
  await look(page)
  await browser.close()
}

const said = (page: Page): Promise<Said[]> => page.evaluate(() => device.said)

describe('a page that reads itself aloud', () => {
  test('reads all of it from the title on, hers in her language and Norwegian in Norwegian, with voices on the device only', async () => {
    await onPhone(['uk-UA far', 'uk-UA here', 'nb-NO here'], 'uk', '/mine/plan', async (page) => {
      await page.getByRole('button', { name: 'Слухати', exact: true }).click()
      await page.getByRole('button', { name: 'Стоп' }).waitFor({ state: 'hidden' })
      const all = await said(page)
      expect(all[0]).toEqual({ text: await page.locator('h1').innerText(), voice: 'uk-UA here' })
      expect(new Set(all.map(({ voice }) => voice))).toEqual(new Set(['uk-UA here', 'nb-NO here']))
      const written = await page.locator('.as-written').first().innerText()
      expect(all.filter(({ voice }) => voice === 'nb-NO here').map(({ text }) => text).join(' ')).toContain(written.split(/[.\n]/)[0])
      expect(all.every(({ text }) => text.length <= 200)).toBe(true)
      expect(all.map(({ text }) => text)).not.toContain('العربية') // the languages at the foot are no part of the page
    })
  })

  test('begins where one asks it to', async () => {
    await onPhone(['nb-NO here'], 'nb', '/mine/plan', async (page) => {
      const heading = page.locator('main h2').nth(1)
      await page.getByRole('button', { name: `Lytt: ${await heading.innerText()}` }).first().click()
      await expect.poll(async () => (await said(page))[0]?.text).toBe(await heading.innerText())
    })
  })

  test('says what to do where the telephone has no voice of its own, and sends nothing to a voice elsewhere', async () => {
    await onPhone(['ar-SA far'], 'ar', '/mine/benefit', async (page) => {
      await page.getByRole('button', { name: 'استمع', exact: true }).click()
      await page.locator('.listen [role=status]').getByText('لا يوجد').waitFor()
      expect(await said(page)).toEqual([])
    })
  })
})
