import { fold } from '#shared/text.ts'

/** Codes of the languages that come up, with names the computer's own lists lack. Dari and Sorani are kept apart from Persian and Kurdish. */
const LANGUAGES: Record<string, string[]> = {
  ar: ['arabisk syrisk', 'syrisk arabisk', 'arabisk (levantinsk)', 'levantinsk arabisk'], fa: ['farsi', 'persisk', 'persian'], prs: ['dari', 'dari persisk'],
  ps: ['pashto', 'pastho', 'pasjto', 'pashtu'], ckb: ['sorani', 'kurdisk sorani', 'kurdisk (sorani)', 'sentralkurdisk', 'central kurdish'],
  kmr: ['kurmanji', 'kurmandji', 'kurdisk kurmanji', 'kurdisk (kurmanji)', 'nordkurdisk', 'badini', 'bahdini'], ku: ['kurdisk', 'kurdish'],
  ti: ['tigrinja', 'tigrinya'], am: ['amharisk', 'amharic'], om: ['oromo', 'afaan oromo'], so: ['somali', 'somalisk'], tig: ['tigre'], aa: ['afar'],
  uk: ['ukrainsk'], ru: ['russisk'], sw: ['swahili', 'kiswahili'], rw: ['kinyarwanda'], rn: ['kirundi', 'rundi'], ln: ['lingala'], fr: ['fransk'], lg: ['luganda', 'ganda'],
  swc: ['kongo swahili', 'kongolesisk swahili', 'swahili (kongo)'], tr: ['tyrkisk'], az: ['aserbajdsjansk', 'aserisk'], uz: ['usbekisk'], tk: ['turkmensk'], haz: ['hazaragi'], bal: ['baluchi', 'balutsji'],
  ur: ['urdu'], pa: ['punjabi', 'panjabi'], my: ['burmesisk'], rhg: ['rohingya'], kar: ['karen'], cnh: ['chin', 'hakha chin'], es: ['spansk'], en: ['engelsk'],
  pt: ['portugisisk'], pl: ['polsk'], ro: ['rumensk'], sq: ['albansk'], bs: ['bosnisk'], sr: ['serbisk'], hr: ['kroatisk'], ka: ['georgisk'], hy: ['armensk'],
  be: ['hviterussisk', 'belarusisk', 'kviterussisk'], bg: ['bulgarsk'], lt: ['litauisk'], syr: ['syrisk', 'assyrisk', 'aramaisk', 'syriakisk'], bn: ['bengali'], ta: ['tamil'], ne: ['nepali'],
  zh: ['kinesisk', 'mandarin'], vi: ['vietnamesisk'], th: ['thai'], tl: ['tagalog', 'filipino'], ug: ['uigurisk'], ce: ['tsjetsjensk'], ha: ['hausa'], ff: ['fula', 'fulani'], wo: ['wolof'],
  mnk: ['mandinka'], ber: ['berbisk', 'tamazight'], din: ['dinka'], nus: ['nuer'], no: ['norsk'], nb: ['bokmål'], nn: ['nynorsk'], de: ['tysk'], it: ['italiensk'], nl: ['nederlandsk'], sv: ['svensk'], da: ['dansk'], nsl: ['norsk tegnspråk', 'tegnspråk', 'teiknspråk'],
}

const plain = (text: string): string => fold(text).replace(/[()/-]/g, ' ').replace(/\s+/g, ' ').trim()

function* names(): Generator<[string, string]> {
  const lists = ['nb', 'nn', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }))
  for (const [code, own] of Object.entries(LANGUAGES)) {
    yield [code, code]
    const standard = lists.map((list) => list.of(code)).filter((name) => name !== undefined)
    for (const name of [...standard, ...own]) yield [plain(name), code]
  }
}

// Later entries win; the names of our own list are meant to win over a neighbour's standard name.
const codeOf = new Map<string, string>([...names(), ...Object.entries(LANGUAGES).flatMap(([code, own]) => own.map((name): [string, string] => [plain(name), code]))])

/** The language code of a name in bokmål, nynorsk or English, or of a code; undefined for a name that is not known. */
export const findLanguage = (text: string): string | undefined => codeOf.get(plain(text))
