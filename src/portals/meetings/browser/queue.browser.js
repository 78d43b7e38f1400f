// @ts-check
/**
 * What an employer taps on the day is first written down on the device, then sent, one after the other in the order of the taps.
 * Each tap has an id made here, so that one that is sent twice is done once. What is refused is shown with why, and the rest goes on.
 * Without script, or where nothing can be stored, the forms are sent as forms.
 * What waits is kept under the link's id, never its token: it goes when it is sent, when the link is closed, and after a fortnight.
 * @typedef {{ id: string, form: string, what: string, about: string, fields: Record<string, string>, refused?: string }} Tap
 */
const PREFIX = 'fotfeste-taps:'
const OLDEST_MS = 14 * 86_400_000
const SLOWEST_MS = 30_000
const bar = /** @type {HTMLElement | null} */ (document.querySelector('[data-queue-bar]'))
const STORE = `${PREFIX}${bar?.dataset['store'] ?? ''}`
let wait = 1_000
let isClosed = false
/** What still waits once the link is closed: on this page alone, to be read out. @type {Tap[] | undefined} */
let unsent
let line = Promise.resolve()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let later
/** What was taken by the server and is to be found on the next page it sends. @type {Map<string, Tap>} */
const taken = new Map()

/** @returns {Tap[]} */
const load = () => unsent ?? JSON.parse(localStorage.getItem(STORE) ?? '[]')
/** @param {Tap[]} taps @param {string} [where] */
function save(taps, where = STORE) {
  if (unsent && where === STORE) unsent = taps
  else if (taps.length > 0) localStorage.setItem(where, JSON.stringify(taps))
  else localStorage.removeItem(where)
}
const waiting = () => load().filter(({ refused }) => refused === undefined)

/** Whatever has waited longer than a link is open goes, of whichever link it was. */
function sweepTaps() {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
    /** @type {Tap[]} */
    const taps = JSON.parse(localStorage.getItem(key) ?? '[]')
    save(taps.filter(({ fields }) => Date.now() - Date.parse(fields['at'] ?? '') < OLDEST_MS), key)
  }
}

/** The link is closed: nothing of it stays on the device but what this page shows until it is left. */
function closeLink() {
  unsent = load()
  isClosed = true
  localStorage.removeItem(STORE)
}

/** Takes away what the device keeps of this page: what waits, the page itself, and its worker; and has the link closed. @param {SubmitEvent} event */
async function forget(event) {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['forget'] === undefined) return
  event.preventDefault()
  if (waiting().length > 0 && !confirm(form.dataset['loses'])) return
  closeLink()
  unsent = []
  const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams({ action: 'close' }), redirect: 'manual', signal: AbortSignal.timeout(15_000) }).catch(() => undefined)
  const isShut = answer !== undefined && (answer.type === 'opaqueredirect' || answer.status === 410)
  document.querySelector('[data-live]')?.remove()
  const address = location.pathname
  history.replaceState(null, '', '/')
  if ('serviceWorker' in navigator) await (await navigator.serviceWorker.getRegistration(address))?.unregister()
  if ('caches' in window) await caches.delete('fotfeste-day')
  document.querySelector('main')?.replaceChildren(Object.assign(document.createElement('p'), { textContent: form.dataset[isShut ? 'done' : 'open'] ?? '', role: 'status' }))
}

/** A random UUID; `randomUUID` is missing where the page is not secure. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The form a tap was made in. @param {Tap} tap */
const formOf = ({ form }) => document.querySelector(`form[data-queue="${CSS.escape(form)}"]`)

/** Shows a tap on its form as if it were done, and that it waits. @param {Tap} tap */
function paintOne(tap) {
  const form = formOf(tap)
  if (!form) return
  for (const button of form.querySelectorAll(`button[name="${tap.what}"]`)) button.setAttribute('aria-pressed', String(tap.fields[tap.what] === button.getAttribute('value')))
  for (const area of form.querySelectorAll(`textarea[name="${tap.what}"]`)) if (area instanceof HTMLTextAreaElement && document.activeElement !== area) area.value = area.defaultValue = tap.fields[tap.what] ?? ''
  const mark = document.querySelector('template[data-waits-mark]')
  if (mark instanceof HTMLTemplateElement && !form.querySelector('[data-waits]')) form.append(mark.content.cloneNode(true))
}

/** @param {Tap} tap */
function refusalOf(tap) {
  const item = document.createElement('div')
  item.className = 'ds-alert'
  item.dataset['color'] = 'danger'
  item.setAttribute('role', 'alert')
  const words = [bar?.dataset['refused'] ?? '', tap.about, tap.refused ?? ''].filter(Boolean).join(' – ')
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ds-button', textContent: bar?.dataset['dismiss'] ?? '' })
  button.dataset['variant'] = 'secondary'
  button.addEventListener('click', () => { save(load().filter(({ id }) => id !== tap.id)); paint() })
  item.append(Object.assign(document.createElement('p'), { textContent: words }), button)
  return item
}

function paint() {
  for (const mark of document.querySelectorAll('[data-waits]')) mark.remove()
  const taps = waiting()
  taps.forEach(paintOne)
  if (!bar) return
  const count = bar.querySelector('[data-count]')
  const words = isClosed ? bar.dataset['closed'] : taps.length === 0 ? bar.dataset['sent'] : bar.dataset['waiting']?.replace('{count}', String(taps.length))
  bar.dataset['state'] = load().length === 0 ? 'sent' : 'waiting'
  if (count && count.textContent !== words) count.textContent = words ?? ''
  const help = bar.querySelector('[data-help]')
  if (help instanceof HTMLElement) help.hidden = taps.length === 0 || isClosed
  bar.querySelector('[data-refusals]')?.replaceChildren(...load().filter(({ refused }) => refused !== undefined).map(refusalOf))
}

/** Sends one tap: done, refused with why, or not reached. @param {Tap} tap @returns {Promise<{ refused: string | null } | undefined>} */
async function send({ fields }) {
  const answer = await fetch(location.href, { method: 'POST', headers: { 'x-fotfeste-queued': '1', accept: 'application/json' }, body: new URLSearchParams(fields), signal: AbortSignal.timeout(15_000) }).catch(() => undefined)
  if (!answer) return undefined
  if ([404, 410].includes(answer.status)) closeLink()
  else if (answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status)) return { refused: '' } // one that is never taken must not stop the rest
  return answer.ok ? answer.json().catch(() => undefined) : undefined
}

async function sendAll() {
  for (let tap = waiting()[0]; tap; tap = waiting()[0]) {
    const { id } = tap
    const answer = await send(tap)
    if (!answer) { tryLater(); break }
    wait = 1_000
    save(answer.refused === null ? load().filter((one) => one.id !== id) : load().map((one) => (one.id === id ? { ...one, refused: answer.refused ?? '' } : one)))
    if (answer.refused === null) taken.set(`${tap.form} ${tap.what}`, tap)
    paint()
    if (waiting().length === 0) askForPage()
  }
  paint()
}

/** Has the page fetched and drawn anew, as the server knows it. */
function askForPage() {
  document.querySelector('[data-live]')?.setAttribute('data-signature', '')
  document.dispatchEvent(new Event('fotfeste:refresh'))
}

/** The server's page is here: what was taken and yet stands otherwise was answered by somebody else since, and is said. */
function compare() {
  for (const [key, tap] of taken) {
    taken.delete(key)
    const pressed = formOf(tap)?.querySelector(`button[name="${tap.what}"][aria-pressed=true]`)
    const isOwn = waiting().some(({ form, what }) => form === tap.form && what === tap.what)
    if (!bar?.dataset['superseded'] || !pressed || isOwn || pressed.getAttribute('value') === tap.fields[tap.what]) continue
    save([...load(), { ...tap, refused: bar.dataset['superseded'] }])
  }
  paint()
}

function tryLater() {
  if (isClosed) return
  clearTimeout(later)
  later = setTimeout(flush, wait)
  wait = Math.min(wait * 2, SLOWEST_MS)
}

/** One at a time, here and in every other window with this page. */
function flush() {
  line = line.then(() => ('locks' in navigator ? navigator.locks.request(STORE, sendAll) : sendAll())).catch(tryLater)
}

/** @param {SubmitEvent} event */
function keepTap(event) {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['queue'] === undefined) return
  const pressed = event.submitter
  // the button that was pressed is put in by hand: Safari before 16.4 and Firefox before 111 leave it out
  const data = new FormData(form)
  if (pressed instanceof HTMLButtonElement && pressed.name) data.set(pressed.name, pressed.value)
  const all = Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']))
  const what = pressed?.getAttribute('name') || 'note'
  const { note: _, ...others } = all
  const id = newId()
  const at = new Date(Date.now() + Number(document.documentElement.dataset['behind'] ?? 0)).toISOString()
  try {
    save([...load(), { id, form: form.dataset['queue'], what, about: form.closest('li')?.querySelector('.badge, .stop__title bdi')?.textContent ?? '', fields: { ...(what === 'note' ? all : others), id, at } }])
  } catch { return } // nothing can be stored: the form goes as a form
  event.preventDefault()
  if (what === 'note') for (const area of form.querySelectorAll('textarea')) area.defaultValue = area.value
  paint()
  flush()
}

/** A ready-made remark is put after what is written. @param {Event} event */
function addRemark(event) {
  const button = event.target instanceof Element ? event.target.closest('[data-remark]') : null
  const area = button?.closest('form')?.querySelector('textarea')
  if (!button || !area) return
  area.value = [area.value.trim(), button.textContent ?? ''].filter(Boolean).join(' ')
  area.form?.requestSubmit()
}

/** Ready-made remarks stand once on the page, and are put where a note is opened. @param {Event} event */
function showRemarks({ target }) {
  const place = target instanceof Element ? target.querySelector('[data-remarks-here]') : null
  const remarks = document.querySelector('template[data-remarks]')
  if (place?.childElementCount === 0 && remarks instanceof HTMLTemplateElement) place.append(remarks.content.cloneNode(true))
}

document.addEventListener('toggle', showRemarks, true)
document.addEventListener('submit', keepTap)
document.addEventListener('click', addRemark)
document.addEventListener('submit', (event) => void forget(event))
document.addEventListener('fotfeste:changed', paint)
document.addEventListener('fotfeste:fresh', compare)
window.addEventListener('online', () => { wait = 1_000; flush() })
if (bar) bar.hidden = false
try { sweepTaps() } catch { /* a storage that is closed keeps nothing */ }
paint()
flush()
