import type { SaveOpeningInput, Warning } from './opening.schema.ts'

/**
 * Words that ask for a person's age, sex, faith or origin, in bokmål, nynorsk and English. A word list finds what is
 * obvious and no more; what it finds may be innocent ("barn under 6 år"), so it warns and blocks nothing
 * (likestillings- og diskrimineringsloven §§ 6 and 30, arbeidsmiljøloven § 13-1).
 */
const signs: readonly { code: string; pattern: RegExp }[] = [
  { code: 'opportunities.warn.age', pattern: /(?<![\p{L}])(ung(e|t)? og (sprek|frisk|dynamisk)\p{L}*|ungdommelig|ungdommeleg|unge søk\p{L}*|(bare|kun|helst|berre|only) (unge?|yngre|eldre|young|older)(?![\p{L}])|young (and|team|people|applicants?)\b[^.]{0,20}|(mellom|between|fra|frå) \d{2} (og|and|til|to) \d{2} (år|years)|(maks\p{L}*|høyst|høgst|under|yngre enn|eldre enn|over|max\p{L}*|younger than|older than) \d{2} (år|years)|aldersgrense|age limit|aldersgruppe\p{L}*)/iu },
  { code: 'opportunities.warn.sex', pattern: /(?<![\p{L}])((bare|kun|helst|gjerne|berre|only|preferably) (ha |søke |finne |have )?(en |ei |ein |a )?(ung |unge |young )?(mann|menn|kvinne\p{L}*|jente\p{L}*|gutt\p{L}*|gut\p{L}*|dame\p{L}*|man|men|woman|women|females?|males?|girls?|boys?)(?![\p{L}])|(mannlig|kvinnelig|mannleg|kvinneleg|male|female)\p{L}* (søker\p{L}*|søkjar\p{L}*|medarbeider\p{L}*|medarbeidar\p{L}*|kandidat\p{L}*|applicants?|candidates?|workers?))/iu },
  { code: 'opportunities.warn.religion', pattern: /(?<![\p{L}])(hijab\p{L}*|hodeplagg|hovudplagg|headscar\p{L}*|muslim\p{L}*|kristen\p{L}* (søker|tro|bakgrunn|livssyn)\p{L}*|christian (faith|applicant)\p{L}*|jødisk\p{L}*|jewish|livssyn|religi(on|øs)\p{L}*|religious)/iu },
  { code: 'opportunities.warn.ethnicity', pattern: /(?<![\p{L}])(etnisk\p{L}*|ethnic\p{L}*|(norsk|vestlig|vestleg|europeisk|skandinavisk|western|european) (bakgrunn|opprinnelse|opphav|background|origin)|hudfarge|skin colou?r|morsmål\p{L}* (må|skal) være norsk|norsk som morsmål|(må|skal) ha norsk morsmål|native (norwegian )?speakers?|norsk statsborger\p{L}*|norwegian citizen\p{L}*|nordmann|nordmenn)/iu },
]

/** The warnings for one text that stands at `path`: the first sign of each kind. */
export const warningsIn = (text: string | null | undefined, path: string): Warning[] =>
  signs.flatMap(({ code, pattern }) => {
    const word = text ? pattern.exec(text)?.[0].trim() : undefined
    return word ? [{ code, path, params: { word } }] : []
  })

type Texts = Pick<SaveOpeningInput, 'title' | 'tasks' | 'transportNote'> & { demands: readonly { name: string | null; sentence: string | null }[] }

/** The warnings for everything that is written freely about an opening. */
export const openingWarnings = (opening: Texts): Warning[] => [
  ...warningsIn(opening.title, 'title'), ...warningsIn(opening.tasks, 'tasks'), ...warningsIn(opening.transportNote, 'transportNote'),
  ...opening.demands.flatMap(({ name, sentence }, at) => [...warningsIn(name, `demands.${at}.name`), ...warningsIn(sentence, `demands.${at}.sentence`)]),
]
