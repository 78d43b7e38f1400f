// @ts-check
/**
 * Keeps a page of the meeting day fresh: fetches it again now and then, says so when what it shows has changed, and when there is
 * no network says how old it is. What is now and next follows the device's clock, so that it is right without network too.
 * The last page is kept on the device for a day and a half; a worker for this page alone shows it when the network is away.
 */
const region = () => /** @type {HTMLElement | null} */ (document.querySelector('[data-live]'))
const PATIENCE_MS = 8_000
const TURN_MS = 10_000
const KEPT = 'fotfeste-day'
const LONGEST_MS = 36 * 3_600_000
const parts = [...document.querySelectorAll('link[rel=stylesheet],script[src]')].map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '')
/** How far the device's clock is behind the server's. */
let behind = 0

const now = () => Date.now() + behind
const hours = new Intl.DateTimeFormat('nb-NO', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' })

/** @param {HTMLElement} stop @param {number} at @param {string} next */
function stateOf({ dataset: { from = '', to = '' } }, at, next) {
  if (Date.parse(to) <= at) return 'past'
  if (Date.parse(from) <= at) return 'now'
  return from === next ? 'next' : 'later'
}

/** Gives each stop its state by the clock, and moves what is over to the list of what is over. */
function placeStops() {
  const at = now()
  for (const group of document.querySelectorAll('[data-group]')) {
    const stops = /** @type {HTMLElement[]} */ ([...group.querySelectorAll('[data-from]')])
    const next = stops.map(({ dataset }) => dataset['from'] ?? '').filter((from) => Date.parse(from) > at).toSorted()[0] ?? ''
    for (const stop of stops) {
      const state = stateOf(stop, at, next)
      if (stop.dataset['state'] === state) continue
      stop.dataset['state'] = state
      const word = stop.querySelector('[data-word]')
      if (word && group instanceof HTMLElement) word.textContent = group.dataset[state] ?? ''
      if (state === 'past') group.querySelector('[data-over]')?.append(stop)
    }
    const over = group.querySelector('[data-over]')
    const around = over?.closest('[data-around]')
    if (around instanceof HTMLElement) around.hidden = over?.childElementCount === 0
  }
  for (const clock of document.querySelectorAll('[data-clock]')) clock.textContent = hours.format(new Date(at))
}

/** Shows one after the other of what takes turns: the pages of tables, the languages of a heading. */
function takeTurns() {
  for (const list of document.querySelectorAll('[data-turns]')) {
    const all = /** @type {HTMLElement[]} */ ([...list.children])
    const shown = Math.floor(now() / TURN_MS) % Math.max(all.length, 1)
    for (const [index, one] of all.entries()) one.hidden = index !== shown
  }
}

/** Somebody is writing here: what is on the page stays. @param {HTMLElement} old */
const isWriting = (old) => [...old.querySelectorAll('textarea')].some((one) => one === document.activeElement || one.value !== one.defaultValue)

/** Puts the new content in the place of the old, with what was open still open. @param {HTMLElement} old @param {HTMLElement} fresh */
function replace(old, fresh) {
  const open = [...old.querySelectorAll('details[open]')].map(({ id }) => id)
  const focused = document.activeElement?.id
  old.replaceChildren(...fresh.childNodes)
  for (const id of open) document.getElementById(id)?.setAttribute('open', '')
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
  const told = document.querySelector('[data-told]')
  if (old.dataset['plan'] !== fresh.dataset['plan'] && told instanceof HTMLElement) {
    told.hidden = false
    told.replaceChildren(Object.assign(document.createElement('p'), { textContent: told.dataset['told'] }))
  }
  old.dataset['signature'] = fresh.dataset['signature']
  old.dataset['plan'] = fresh.dataset['plan']
  placeStops()
  takeTurns()
  document.dispatchEvent(new Event('fotfeste:changed'))
}

/** @param {boolean} isLost */
function showLost(isLost) {
  document.documentElement.toggleAttribute('data-is-lost', isLost)
  for (const one of document.querySelectorAll('[data-lost]')) if (one instanceof HTMLElement) one.hidden = !isLost
}

/** @param {string} text @param {string | null} date */
function take(text, date) {
  const old = region()
  const page = new DOMParser().parseFromString(text, 'text/html')
  const fresh = page.querySelector('[data-live]')
  if (!old || !(fresh instanceof HTMLElement)) throw new Error('not this page')
  if (date) behind = Date.parse(date) - Date.now()
  document.documentElement.dataset['behind'] = String(behind)
  const times = page.querySelectorAll('[data-at]')
  document.querySelectorAll('[data-at]').forEach((one, index) => { one.textContent = times[index]?.textContent ?? '' })
  if (old.dataset['signature'] !== fresh.dataset['signature'] && !isWriting(old)) replace(old, fresh)
  showLost(false)
  document.dispatchEvent(new Event('fotfeste:fresh'))
}

/** Keeps the page on the device, and once what it is drawn with. @param {Response} answer */
async function keep(answer) {
  if (!('caches' in window) || !region()?.hasAttribute('data-keep')) return
  const kept = await caches.open(KEPT)
  await kept.put(location.pathname, answer)
  for (const part of parts) if (!(await kept.match(part))) await kept.add(part)
}

/** Whatever is too old goes, of whichever link it was. */
async function sweepPages() {
  if (!('caches' in window) || !(await caches.has(KEPT))) return
  const kept = await caches.open(KEPT)
  for (const request of await kept.keys()) {
    const date = (await kept.match(request))?.headers.get('date') ?? ''
    if (!(Date.now() - Date.parse(date) < LONGEST_MS)) await kept.delete(request)
  }
}

async function refresh() {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    if ([401, 403, 404, 410].includes(answer.status)) {
      // what still waits to be sent stays in sight, so that it can be told
      if (document.querySelector('[data-queue-bar][data-state=waiting]') === null) location.reload()
      return
    }
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
    const kept = answer.clone()
    take(await answer.text(), answer.headers.get('date'))
    await keep(kept).catch(() => undefined) // a full or closed storage: the page works without
  } catch {
    showLost(true)
  }
}

/** A screen on the wall stays lit, where the browser lets a page ask for it. */
async function stayLit() {
  if (!('wakeLock' in navigator) || document.hidden || !document.body.classList.contains('wall')) return
  await navigator.wakeLock.request('screen').catch(() => undefined) // a device low on power says no
}

const seconds = Number(region()?.dataset['live'] ?? '30')
setInterval(() => void refresh(), seconds * 1000)
setInterval(placeStops, 5_000)
setInterval(takeTurns, 1_000)
window.addEventListener('online', () => void refresh())
window.addEventListener('offline', () => showLost(true))
document.addEventListener('visibilitychange', () => { if (!document.hidden) { void refresh(); void stayLit() } })
document.addEventListener('fotfeste:refresh', () => void refresh())
placeStops()
takeTurns()
void stayLit()
void sweepPages().catch(() => undefined)
if ('serviceWorker' in navigator && region()?.hasAttribute('data-keep')) void navigator.serviceWorker.register('/plain/meeting-worker.js', { scope: location.pathname }).catch(() => undefined)
void refresh()
