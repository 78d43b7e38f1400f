/**
 * The words by which a ground nobody may be chosen by is known, in bokmål, nynorsk and English, by the ground: likestillings- og
 * diskrimineringsloven § 6 (and what may not be asked for, § 30), arbeidsmiljøloven § 13-1 (political views, union, age) and §§ 9-3, 13-4
 * (health, and what may not be asked). Written as people write: `unlawful-grounds.ts` makes æ/ae, ø/o, double letters and hyphens equal, so a
 * common misspelling needs no line of its own. `*` is any letters, `#` a number of two digits. What is only asked about others' lives is
 * left alone: children one works with are no ground.
 */
type Words = { /** The name is this and nothing else. */ whole: readonly string[]; /** It stands somewhere in the name. */ within: readonly string[] }

const FOLK = '(mann|mannfolk|menn|kvine|kvinner?|kvinnfolk|dame|damer|jente|jenter|gutt|gutter|gut|gutar|man|men|woman|women|girls?|boys?)'
const KIND = '((ung|unge|flink|snill|sterk|sprek|blid|voksen|vaksen|young|strong|nice) )?'
const ASK = '(må|skal|bør|helst|bare|kun|berre|ønsker|ønskjer|ser etter|leter etter|leitar etter|vi søker|vi søkjer|søker|søkjer|vil ha|must be|only|preferably|looking for|we want)'
/** Before an age: then it is of those one works with, and no demand. */
const OURS = '(?<!(barn|elever|elevar|barnehagebarn|brukere|brukarar|pasienter|pasientar|children|pupils|kids) )'
const NO = '(ikke|ikkje|ingen|uten|utan|fri for|no|not|without|free of)'

export const unlawfulWords: Readonly<Record<'sex' | 'age' | 'origin' | 'faith' | 'family' | 'health' | 'orientation' | 'union', Words>> = {
  sex: {
    whole: [FOLK, 'female', 'sex', 'gender', 'kjønn', 'kvinnelig', 'kvinneleg', 'mannlig', 'mannleg', 'feminin', 'maskulin', `${KIND}${FOLK} (til|som|med|over|under|mellom|fra|frå|for) .*`],
    within: [`${ASK} (være |vere |be )?(en |ei |ein |a |et |eit )?${KIND}${FOLK}`, '(mannlig|kvin+e?lig|mannleg|kvin+e?leg)', '(male|female) (applicant|candidate|worker|employee|staff|cleaner|assistant|nurse|colleague|driver|cook)*', 'kjønnsidentitet', 'kjønnsuttrykk', 'gender identity'],
  },
  age: {
    whole: ['ung', 'ungdom', 'unge', 'yngre', 'young', 'younger', 'old', 'older', 'gammel', 'gamal', 'eldre', 'alder', 'age', 'birth ?date', 'birth ?year', 'fødselsdato', 'fødselsår', 'tenåring', 'pensjonist', 'ungdommelig', 'ungdommeleg'],
    within: [`${OURS}(under|over|yngre enn|eldre enn|younger than|older than|maks*|max*|minst|minimum|fylt|høyst|høgst|opptil|at least|at most) (alder |age )?# (år|years)( old)?(?! (i|med|som|av|of|in|erfaring|røynsle|praksis|fartstid|ansiennitet|experience|garanti))`,
      `${OURS}(mellom|between|fra|frå) # (og|and|til|to) # (år|years)(?! (i|med|som|av|of|in|erfaring|røynsle|praksis|experience))`, '(alder|age) #( #)?', '# (år )?(til|to) # år', '# # år', 'aldersgrense*', 'aldersgruppe*', 'age (limit|group)', `${ASK} (være |vere |be )?(unge?|yngre|eldre|young|older)`, 'ung(e|t)? og (sprek|frisk|dynamisk|lovende|energisk)*', 'ungt (miljø|team)', 'young and (dynamic|energetic|fit|healthy)', 'ikk?j?e (eldre|yngre) enn', 'for gammel', 'for gamal', 'too old'],
  },
  origin: {
    whole: ['country', 'land', 'origin', 'opprinnelse', 'opphav', 'nasjonalitet', 'nationality', 'statsborgerskap', 'citizenship', 'ethnicity', 'etnisitet', 'race', 'rase', 'first language', 'morsmål', 'mother tongue', 'norsk', 'vestlig', 'vestleg', 'western', 'hvit', 'kvit', 'white', 'permit', 'oppholdstillatelse', 'opphaldsløyve', '(arrival|ankomst) ?(category|kategori)', 'innvandrer*', 'innvandrar*', 'utlending*', 'utenlandsk', 'utanlandsk', 'immigrant*', 'foreigner*', 'europeer*', 'europear*', 'asiat', 'asiatisk', 'afrikaner', 'afrikanar', 'afrikansk'],
    within: ['etnisk*', 'et+ninsk*', 'etnsik*', 'ethnic*', '(norsk|nordisk|vestlig|vestleg|ikke vestlig|ikkje vestleg|europeisk|skandinavisk|western|european|scandinavian|innvandrer|innvandrar|minoritets|asiatisk|afrikansk|arabisk|immigrant) ?(bakgrunn|opprinnelse|opphav|utseende|utsjånad|herkomst|background|origin|looks|appearance)', 'hudfarge', 'hudfarve', 'skin colou?r', '(mørk|lys|hvit|kvit|dark|white) (i huden|hud|skin)', '(mørk|lys)huda?e?t?', 'norsk(e)? statsborger*', 'norsk(e)? statsborgar*', 'norwegian citizen*', 'norsk pass', 'norsk navn', 'norsk namn',
      'norsk som morsmål', '(norsk|norwegian) morsmål', 'morsmål(et)? (må|skal) (være|vere) norsk', 'native (norwegian )?speakers?', '(uten|utan|no|without) (utenlandsk |utanlandsk |foreign )?(aksent|accent)', 'aksentfri', 'nordmann', 'nordmenn', 'født i norge', 'født og oppvokst i *', 'fødd i noreg', 'born in norway', `${NO} (innvandrer|innvandrar|utlending|utlending|flyktning|asylsøker|asylsøkjar|immigrant|foreigner|refugee)*`, 'sigøyner*', 'gypsy'],
  },
  faith: {
    whole: ['religion', 'faith', 'tro', 'tru', 'livssyn', 'religiøs', 'religious', 'troende', 'truande', 'kristen', 'skaut'],
    within: ['kristen', 'kristne', 'kristent', 'christians?', 'muslim*', 'muslem*', 'islamsk*', 'jøde', 'jøder', 'jødar', 'jødisk*', 'jewish', 'jews?', 'ateist*', 'atheist*', 'buddhist*', 'hindu*', 'sikh*', 'katolikk*', 'katolsk*', 'catholics?', 'hijab*', 'nikab*', 'niqab*', 'burka*', 'burqa*', 'turban*', 'hodeplagg*', 'hovudplagg*', 'headscar*', `${NO} (religiøs|religious|troende|truande)*`, '(riktig|rett|vårt|samme|same) (tro|tru|livssyn)', 'medlem (av|i) (den norske )?(kirken|kyrkja|statskirken|trossamfunn*|trussamfunn*)', 'bekjennende', 'trosbekjennelse'],
  },
  family: {
    whole: ['familie', 'family', 'barn', 'children', 'sivilstand', 'sivilstatus', 'marital ?status', 'gift', 'ugift', 'enslig', 'einsleg', 'single', 'married', 'mor', 'far', 'foreldre', 'forelder', 'parent', 'mother', 'father', 'omsorgsansvar', 'omsorg for barn', 'gravide?', 'graviditet', 'svanger', 'svangerskap', 'pregnant', 'pregnancy', 'småbarns(mor|far|forelder|foreldre)'],
    within: [`${NO} (bli |å bli )?(gravid|svanger|pregnan)*`, '(plan om|planer om|planar om|planlegger|planlegg) (å bli )?(gravid|svanger)*', '(fødsels|foreldre|pappa|mamma)(permisjon|perm)*', '(maternity|paternity|parental) leave', `${NO} (små ?barn*|barn|unger|ungar|kids|children|family|familie|omsorg*|familieforplikt*)`, 'barnløs*', 'barnlaus*', 'childless', '(enslig|einsleg|alene|åleine|single) ?(mor|far|forsørg*|mother|father|parent)', '(planlegger|planlegg|vil ha|skal ha|ønsker|plans? for) (flere |fleire |more )?(barn|children)', `${ASK} (være |vere |be )?(gift|ugift|enslig|einsleg|single|married)`],
  },
  health: {
    whole: ['health', 'helse', 'sykdom', 'sjukdom', 'diagnose', 'diagnosis', 'disability', 'funksjonsevne', 'frisk', 'healthy', 'ufør', 'uføre', 'kronisk (syk|sjuk)', 'normal helse', 'funksjonshemmet', 'funksjonshemma', 'funksjonshemming*', 'funksjonsnedsett*', 'handikap*', 'handicap*', 'disabled', 'sykehistorie', 'sjukehistorie', 'sjukdomshistorie', 'medical history'],
    within: ['(god|svært god|very good|normal) (psykisk |fysisk )?(helse|helsetilstand)', 'good (mental )?health', 'frisk og rask', '(psykisk|fysisk|mentally|physically|helt|heilt) (frisk|stabil|healthy)', `${ASK} (være |vere |be )?(frisk|healthy)`, `${NO} (kronisk |kroniske |alvorlig |alvorlege? |psykiske? |chronic |serious )?(syk|sjuk|sick|rullestol|wheelchair)`, `${NO} (kronisk |kroniske |alvorlig |alvorlege? |psykiske? |chronic |serious )?(sykdom|sjukdom|sykmeldt|sjukmeld|lidelse|liding|diagnose|helseproblem|helseplage|ryggproblem|epilepsi|diabetes|disab|illness|disease|health problem|sick leave|sykefravær|sjukefråvær|handikap|funksjonshem|funksjonsnedset)*`, '(lavt|lågt|lite|minimalt|low) (syke|sjuke|sick)*(fravær|fråvær|leave)', 'funksjonsfrisk*', 'funksjonsfri*', 'able bodied', 'uføretrygd*', 'helseattest*', 'helseerklæring*', 'helsefråsegn*', 'medical certificate', 'bmi', 'overvektig*'],
  },
  orientation: {
    whole: ['legning', 'homo', 'hetero', 'streit', 'skeiv', 'trans', 'gay', 'straight'],
    within: ['het?e?rofil*', 'homofil*', 'homofli*', 'bifil*', '(homo|hetero|bi)sek?s?[ou]?u?el*', 'lesbisk*', 'lesbe', 'lesbians?', 'seksuell (legning|orientering)', 'sexual (orientation|preference)', 'transperson*', 'transkjønn*', 'transgender', 'lhbt*', 'lgbt*'],
  },
  union: {
    whole: ['fagforening', 'fagforeining', 'uorganisert', 'fagorganisert', 'union', 'unionised', 'unionized', 'parti', 'politikk', 'politics', 'politisk'],
    within: [`${NO} (være |vere )?(medlem (av|i) )?(en |ei |et |eit |noen |nokon |a )?(fagforening|fagforeining|fagforbund|fagorganisert|uorganisert|union)*`, '(må|skal|bør|kan ikke|kan ikkje) (være|vere) (fag|u)organisert', '(medlem|medlemskap|medlemmer|medlemer) (av|i) (en |ei |et |eit )?(fagforening|fagforeining|fagforbund|forbund|parti|lo|politisk)*', '(fagforenings|fagforeinings|fagforbunds|parti|lo|nho) ?medlem*', '(trade )?union member*', 'non union', 'politiske? (syn|ståsted|standpunkt|tilhørighet|tilhøyrsle|overbevisning|overtyding|oppfatning|oppfating|holdning|haldning|parti|medlem|aktiv)*', 'politically active', 'political (view|opinion|part|affiliation|belief|conviction)*'],
  },
}
