import { read, unreadable, type Reading } from '#shared/file-reading.ts'
import { fold } from '#shared/text.ts'

/** The code for a person without citizenship; `XX` is set aside for users' own meaning in ISO 3166-1. */
const STATELESS = 'XX'

/** Three-letter codes and everyday names where they differ from the ones every computer knows, for the countries that come up. */
const OWN_NAMES: Record<string, string[]> = {
  NO: ['NOR', 'norsk'], SY: ['SYR', 'syrisk', 'Den syriske arabiske republikk'], UA: ['UKR', 'ukrainsk'], AF: ['AFG', 'afghansk'],
  ER: ['ERI', 'eritreisk'], SO: ['SOM', 'somalisk'], SD: ['SDN', 'sudansk'], SS: ['SSD', 'Sør-Sudan'], ET: ['ETH', 'Etiopia', 'etiopisk'],
  CD: ['COD', 'DR Kongo', 'DRC', 'Kongo DR', 'Kongo (DR)', 'Kongo Kinshasa', 'Kongo, Den demokratiske republikken', 'Den demokratiske republikken Kongo', 'Den demokratiske republikk Kongo', 'DR Congo', 'Democratic Republic of the Congo'],
  CG: ['COG', 'Kongo Brazzaville', 'Kongo, Republikken', 'Republikken Kongo'], IR: ['IRN', 'iransk'], IQ: ['IRQ', 'Irak', 'irakisk'],
  PS: ['PSE', 'Palestina', 'Palestinske områder', 'De palestinske territoriene', 'De okkuperte palestinske områdene', 'Vestbredden', 'Gaza', 'Gazastripen', 'palestinsk', 'Palestine'],
  MM: ['MMR', 'Burma', 'Myanmar'], TR: ['TUR', 'tyrkisk'], PK: ['PAK', 'pakistansk'], LB: ['LBN', 'libanesisk'], JO: ['JOR'], YE: ['YEM', 'Yemen'],
  BI: ['BDI'], RW: ['RWA'], UG: ['UGA'], KE: ['KEN'], TZ: ['TZA'], CM: ['CMR'], NG: ['NGA'], GM: ['GMB'], LY: ['LBY'], EG: ['EGY'], MA: ['MAR'], DZ: ['DZA'],
  RU: ['RUS', 'Den russiske føderasjon', 'russisk'], BY: ['BLR', 'Hviterussland', 'Kviterussland'], MD: ['MDA'], GE: ['GEO'], AM: ['ARM'], AZ: ['AZE'],
  VE: ['VEN'], CO: ['COL'], CU: ['CUB'], NI: ['NIC'], HN: ['HND'], SV: ['SLV'], LK: ['LKA'], BD: ['BGD'], NP: ['NPL'], BT: ['BTN'], CN: ['CHN'], VN: ['VNM'],
  XK: ['XKX', 'Kosova'], MK: ['MKD', 'Makedonia'], CI: ['CIV', 'Elfenbeinskysten', 'Ivory Coast'], UZ: ['UZB'], TJ: ['TJK'], KG: ['KGZ'], KZ: ['KAZ'],
  [STATELESS]: ['Statsløs', 'Statslaus', 'Stateless', 'XXA'],
}

/** Names that more than one country answers to. */
const AMBIGUOUS = new Set(['kongo', 'congo', 'korea'])

/** Codes that computers know a name for though no person is a citizen there. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA', 'AQ', 'BV', 'HM', 'UM', 'IO', 'TF', 'GS'])

const plain = (text: string): string => fold(text).replace(/[.,()]/g, ' ').replace(/[\s-]+/g, ' ').trim()

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
const isCurrent = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`

function* standardNames(): Generator<[string, string]> {
  const languages = ['nb', 'nn', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }))
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    if (NOT_COUNTRIES.has(code) || !isCurrent(code)) continue
    const names = languages.map((language) => language.of(code)).filter((name) => name !== undefined)
    if (names.length > 0) yield [plain(code), code]
    for (const name of names) yield [plain(name), code]
  }
}

const codeOf = new Map<string, string>([
  ...standardNames(),
  ...Object.entries(OWN_NAMES).flatMap(([code, names]) => names.map((name): [string, string] => [plain(name), code])),
])

/**
 * The country code of a name in bokmål, nynorsk or English, or of an ISO code of two or three letters. Refuses names
 * that are unknown (`country.unknown`) or shared by two countries (`country.ambiguous`, as `Kongo`).
 */
export function readCountry(text: string): Reading<string> {
  const name = plain(text)
  if (AMBIGUOUS.has(name)) return unreadable('country.ambiguous', { value: text })
  const code = codeOf.get(name)
  return code ? read(code) : unreadable('country.unknown', { value: text })
}
