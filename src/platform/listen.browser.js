// @ts-check
/**
 * Reads a page aloud, block by block, each part in the language it is written in. Only voices that live on the device are used:
 * others would send what stands on the page to their maker. Without script, or without speech, the page is as it was.
 */
const speech = window.speechSynthesis
const bar = document.querySelector('.listen')
const [start, stop] = bar?.querySelectorAll('button') ?? []
const told = bar?.querySelector('[role=status]')
const BLOCKS = 'h1,h2,h3,h4,p,li,dt,dd,th,td,label,legend,summary,button,a.ds-button'
const LONGEST = 200 // some engines fall silent in a longer one

/** Where the reading is: at which block, and what lies between it and silence. */
let state = 'idle'
/** Each reading has a number, so that one that was broken off does not go on. */
let turn = 0

/** The voices on the device for a language; bokmål and nynorsk do for each other. @param {string} lang */
function voiceFor(lang) {
  const asked = lang.toLowerCase().slice(0, 2)
  const wanted = ['nb', 'nn', 'no'].includes(asked) ? [asked, 'nb', 'no', 'nn'] : [asked]
  const own = speech.getVoices().filter((voice) => voice.localService)
  return wanted.flatMap((one) => own.filter((voice) => voice.lang.toLowerCase().slice(0, 2) === one))[0]
}

/** Sentences no longer than an engine can say in one breath. @param {string} text */
function breaths(text) {
  const parts = text.match(/[^.!?؟…]+[.!?؟…]*\s*/gu) ?? [text]
  return parts.flatMap((part) => part.match(new RegExp(`.{1,${LONGEST}}(?:\\s|$)|\\S{1,${LONGEST}}`, 'gsu')) ?? []).map((part) => part.trim()).filter(Boolean)
}

/** The text of a block by language, what is drawn or hidden left out. @param {Element} block */
function runsOf(block) {
  /** @type {{ lang: string, text: string }[]} */
  const runs = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.closest(BLOCKS) !== block || parent.closest('svg,[aria-hidden=true],textarea')) continue
    const lang = parent.closest('[lang]')?.getAttribute('lang') ?? 'nb'
    const last = runs.at(-1)
    if (last?.lang === lang) last.text += node.textContent
    else runs.push({ lang, text: node.textContent ?? '' })
  }
  return runs.map(({ lang, text }) => ({ lang, text: text.replace(/\s+/gu, ' ').trim() })).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

/** What is to be read from an element on: the blocks in sight, without the foot of the page. @param {Element | undefined} from */
function blocksFrom(from) {
  const all = [...document.querySelectorAll(`main :is(${BLOCKS})`)].filter((block) => !block.closest('.listen,footer,nav,.languages') && block.checkVisibility() && runsOf(block).length > 0)
  return from ? all.slice(Math.max(all.findIndex((block) => block === from), 0)) : all
}

/** @param {string} next */
function show(next) {
  state = next
  if (!(bar instanceof HTMLElement) || !start || !stop) return
  start.querySelector('span')?.replaceChildren(bar.dataset[next] ?? '')
  start.setAttribute('aria-pressed', String(next === 'reading'))
  stop.hidden = next === 'idle'
}

/** @param {Element | undefined} block */
function mark(block) {
  document.querySelector('.is-read')?.classList.remove('is-read')
  block?.classList.add('is-read')
  block?.scrollIntoView({ block: 'nearest' })
}

function silence() {
  turn += 1
  speech.cancel()
  speech.resume() // one that was cancelled while paused stays so
  mark(undefined)
  show('idle')
}

/** Says one breath; done when it is said, or cannot be. @param {string} text @param {SpeechSynthesisVoice} voice @returns {Promise<void>} */
const say = (text, voice) => new Promise((done) => {
  const words = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.9 })
  words.onend = words.onerror = () => done()
  speech.speak(words)
})

/** @param {Element | undefined} from */
async function read(from) {
  silence()
  const own = turn
  const tell = (/** @type {string} */ what) => told?.replaceChildren(bar instanceof HTMLElement ? bar.dataset[what] ?? '' : '')
  tell('')
  if (!voiceFor(document.documentElement.lang)) { tell('noVoice'); return }
  show('reading')
  for (const block of blocksFrom(from)) {
    mark(block)
    for (const { lang, text } of runsOf(block)) {
      const voice = voiceFor(lang)
      if (!voice) tell('partly')
      for (const breath of voice ? breaths(text) : []) {
        if (own !== turn) return
        if (voice) await say(breath, voice)
      }
    }
    if (own !== turn) return
  }
  silence()
}

function toggle() {
  if (state === 'reading') { speech.pause(); show('paused') }
  else if (state === 'paused') { speech.resume(); show('reading') }
  else void read(undefined)
}

/** A small button after each heading: read from here. */
function addButtons() {
  for (const heading of document.querySelectorAll('main :is(h2,h3)')) {
    if (!(bar instanceof HTMLElement) || heading.closest('footer,nav') || heading.classList.contains('listen__of')) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'listen__here'
    button.append(...[...(start?.querySelectorAll('svg') ?? [])].map((svg) => svg.cloneNode(true)))
    button.setAttribute('aria-label', `${bar.dataset['idle'] ?? ''}: ${heading.textContent?.trim() ?? ''}`)
    button.addEventListener('click', () => void read(heading))
    heading.classList.add('listen__of')
    heading.after(button)
  }
}

if (speech && bar instanceof HTMLElement && start && stop) {
  speech.getVoices() // some browsers fetch them only when first asked
  start.addEventListener('click', toggle)
  stop.addEventListener('click', silence)
  window.addEventListener('pagehide', () => speech.cancel())
  addButtons()
  document.addEventListener('fotfeste:changed', addButtons)
  bar.hidden = false
}
