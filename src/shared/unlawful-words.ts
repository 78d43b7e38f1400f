/**
 * The words by which a ground nobody may be chosen by is known, in bokmål, nynorsk and English, by the ground: likestillings- og
 * diskrimineringsloven § 6 (and what may not be asked for, § 30), arbeidsmiljøloven § 13-1 (political views, union, age) and §§ 9-3, 13-4
 * (health, and what may not be asked). Written as people write: `unlawful-grounds.ts` makes æ/ae, ø/o, double letters and dashes equal, so a
 * common misspelling needs no line of its own. `*` is any letters, `#` an age somebody may be hired at. A name that is a whole demand about a
 * person is refused; what names a thing, an activity, experience or those one works with is let through.
 */
type Words = { /** The name is this and nothing else. */ whole: readonly string[]
  /** The name, or what stands between commas in it, is this, with nothing but asking words (`aboutPerson`) before and after. */ person?: readonly string[]
  /** It stands somewhere in the name. */ within: readonly string[] }

/** `man` and `men` are not here: they are small words in Norwegian. */
const FOLK = '(mann|mannen|menn|mennene|mannfolk|kvine|kvinn[ea]|kvinnen|kvinner|kvinnene|kvinnfolk|dame|dama|damer|damene|jente|jenta|jenter|jentene|gutt|gutten|gutter|guttene|gut|guten|gutar|gutane|herrer|woman|women|lady|ladies|girls?|boys?|females?)'
const KINDS = 'ung|unge|dyktig|dyktige|erfaren|erfarne|motivert|personlig|personleg|god|gode|ny|nye|voksen|voksne|vaksen|vaksne|moden|flink|flinke|snill|snille|sterk|sterke|sprek|spreke|blid|blide|pen|pene|hyggelige?|hyggelege?|norske?|nordiske?|young|adult|strong|nice|pretty|norwegian|og|and'
const KIND = `((${KINDS}) ){0,4}`
const ASK = '(må|skal|bør|helst|bare|kun|berre|ønsker|ønskjer|ser etter|leter etter|leitar etter|vi søker|vi søkjer|søker|søkjer|vil ha|must be|only|preferably|looking for|we want)'
const NO = '(ikke|ikkje|ingen|uten|utan|fri for|no|not|without|free of)'
/** Words that only ask, or refuse. */
const ASKING = 'må|skal|bør|kan|helst|gjerne|mest|fortrinnsvis|bare|kun|berre|ikke|ikkje|ingen|uten|utan|å|ha|har|være|vere|er|som|en|ei|ein|et|eit|to|de|den|vi|for|etter|ønsker|ønskjer|søker|søkjer|ser|leter|leitar|trenger|treng|foretrekker|føretrekkjer|stilling|stillinga|stillingen|jobb|jobben|plass|plassen|must|should|be|is|are|who|only|preferably|no|not|without|a|an|the|we|want|need|looking|job|position'
const WANTED = 'søkes|søkast|søkjast|ønskes|ønskast|ønskjast|ønsket|ønska|foretrekkes|føretrekkast|føretrekkjast|foretrukket|føretrekt|prioriteres|prioriterast|trengs|trengst|only|preferred|wanted|needed|required'
const BEFORE = `((${ASKING}) ){0,9}`
const AFTER = `( (${WANTED}|bare|kun|berre|helst|først|er|blir|kan|ikke|ikkje|søke|søkje|not|please)){0,3}`
/** Who is asked for. */
const WHO = `krav|du|you|noen|nokon|folk|people|someone|alle|${FOLK}|*(person|kollega|søker|søkjar|kandidat|ansatt|tilsett|arbeider|arbeidar|arbeidstaker|arbeidstakar|deltaker|deltakar|assistent|renholder|reinhaldar|hjelper|hjelpar|sjåfør|fører|førar|mester|meister|kokk|selger|seljar|leder|leiar|pleier|pleiar|vakt|betjent|montør|operatør|servitør|frisør|baker|bakar|snekker|snekkar|maler|malar|konsulent|vikar|lærling|applicant|candidate|worker|employee|assistant|cleaner|driver|cook|nurse|waiter)(e|en|er|ar|ne|ene|s)?`
/** What may stand around what is said of a person. */
export const aboutPerson = { before: `((${ASKING}|${KINDS}|${WHO}) ){0,9}`, after: AFTER }
/** Experience, and those one works with: what stands beside them is said of them. */
export const aboutOthers = ['barna?', '(elev|bruker|brukar|pasient|kunde|beboer|bebuar|klient|ungdom|student|child|kid|pupil|patient|user)*', '*(erfaring|røynsle|praksis|experience|ansiennitet|fartstid)']

const BOUND = 'under|over|yngre enn|eldre enn|mer enn|meir enn|mindre enn|younger than|older than|below|above|more than|less than'
const LIMIT = `(ikke |ikkje |not |no )?(${BOUND}|maks*|max*|min|minst|minimum|fylt|høyst|høgst|opptil|opp til|inntil|up to|at least|at most)`
const YEARS = ' ?(år|års alder|åra|årene|åring*|years?|yrs?)( old| of age| gammel| gamal| gamle)?'
const SPAN = '(mellom |between |fra |frå |from )?# (år |years )?(og |and |til |to |eller )?#'
const AGES = '(maks*|max*|min*|øvre|nedre|upper|lower)? ?(alder|alderen|alders(grense|gruppe|krav)*|age|aged|ages|age (limit|group|range))'
const OLDER = '(eller|og|or|and) (eldre|yngre|over|under|oppover|older|younger|above|below|up)'
const TONGUE = '(morsmål|morsmålet|førstespråk|førstespråket|mother tongue|first language|native language)'
/** The beginnings of what peoples and their countries are called. */
const FROM = '(somali|arab|kurd|syri|irak|iraq|irani|afghan|afgan|ukrain|russisk|russia|polsk|polakk|polen|poland|svensk|swed|dansk|danish|tysk|german|tyrk|turkish|pakistan|indisk|indian|tamil|eritre|etiop|ethiop|kines|chinese|vietnam|filippin|rumen|romani|bulgar|litau|lithuan|latvi|serb|bosni|alban|kongo|congo|sudan|nigeri|marokk|morocc|palestin|israel|amerikan|american|afrika|africa|asia|europe|europa|burm|rohingya)*'
const PEOPLE = '((somali|arab|kurd|irak|iran|afghan|afgan|ukrain|tyrk|pakistan|eritre|etiopi|kines|vietnames|filippin|rumen|bulgar|litau|latvi|serb|bosni|alban|kongoles|sudan|nigerian|marokkan|palestin|amerikan|afrikan|europ)(er|ere|erne|ar|arar|arane)|(polakk|asiat)(en|er|ar|ene|ane)?|(syr|russ|ind)(ere|erne|arar|arane)|(svensk|dansk|tysk)(er|ar|ene|ane)|norske|norwegians|same(r|ne)?|samar|romfolk|neger|negre|negrar|somalis|arabs|kurds|syrians|iraqis|iranians|afghans|russians|poles|swedes|turks|pakistanis|indians|africans|asians|europeans)'
const QUEER = '(homo|homoer|homoar|homse|homser|hetero|streit|streite|skeiv|skeive|trans|gay|straight|queer)'

export const unlawfulWords: Readonly<Record<'sex' | 'age' | 'origin' | 'faith' | 'family' | 'health' | 'orientation' | 'union', Words>> = {
  sex: {
    whole: [`${BEFORE}${KIND}(${FOLK}|man|men)${AFTER}`, 'males', 'sex', 'gender', 'kjønn', 'hankjønn', 'hunkjønn', 'feminin', 'maskulin', `${KIND}(${FOLK}|man|men) (til|som|med|over|under|mellom|fra|frå|for|#) .*`],
    person: [`(${KINDS}) ${KIND}${FOLK}`, `(kun|bare|berre|only|${NO}) (for )?${KIND}${FOLK}`],
    within: [`${ASK} (være |vere |be )?(en |ei |ein |a |et |eit )?${KIND}${FOLK}`, `(must be|only|preferably|looking for|we want) (a )?${KIND}(man|men|males?)`, `(${FOLK}|males?) (blir |er |are )?(${WANTED})`, 'men (only|wanted|preferred)',
      '(mannl[ei]g|kvin+e?l[ei]g)e?(?! (pasient|bruker|brukar|elev|kunde|beboer|bebuar|klient|innsatt|flyktning|omskjæring|kjønnslemlest))', '(male|female) (applicant|candidate|worker|employee|staff|cleaner|assistant|nurse|colleague|driver|cook)*', 'kjønnsidentitet', 'kjønnsuttrykk', 'gender identity'],
  },
  age: {
    whole: ['ung', 'ungdom', 'unge', 'yngre', 'young', 'younger', 'old', 'older', 'gammel', 'gamal', 'eldre', 'alder', 'age', 'birth ?date', 'birth ?year', 'fødsels(dato|år)( (etter|før|mellom|fra|frå|\\d).*)?', AGES, `${BEFORE}${LIMIT} #`, 'tenåring', 'pensjonist', 'ungdommelig', 'ungdommeleg', `${BEFORE}${KIND}(mellom |between |fra |frå |from )?# (og |and |til |to )?(2[5-9]|[3-8]\\d)`, `${BEFORE}(unge?|yngre|young|younger) (person*|folk|menneske*|medarbeid*|arbeid*|kollega*|søk*|people|worker*|staff)`],
    person: [`${LIMIT} #${YEARS}( ${OLDER})?`, `(ikke |ikkje |not )?(${BOUND}) #`, `((fra|frå|from|til) #|${SPAN})${YEARS}( ${OLDER})?`, `# ?(år|years) (${OLDER}|old|gammel|gamal)`, `[<>≤≥]=? ?#${YEARS}`, '# ?(år ?)?\\+', '(mellom|between) # (og|and) (2[5-9]|[3-8]\\d)', '(i |in )?(their )?(# ?(åring*|åra|årene|s)|twenties|thirties|forties|fifties)', `(i |in )?${AGES}( (er|på|is|of))?( ${LIMIT}| fra| frå| from)? (${SPAN}|#)\\+?(${YEARS})?( ${OLDER})?`, `${NO} (for )?(gammel|gamle|gamal|eldre|unge?|pensjonist*|old|older|young)( folk| people)?`,
      '(født|fødd|fødte|fødde|born)( (etter|før|mellom|i|på|tidligst|senest|seinast|after|before|between|in))?( the)? (19|20)?\\d\\ds?( .*)?'],
    within: [`${ASK} (være |vere |be )?(unge?|yngre|eldre|young|older)(?! enn)`, 'ung(e|t)? og (sprek|frisk|dynamisk|lovende|energisk)*', 'ungt (miljø|team)', 'young and (dynamic|energetic|fit|healthy)', 'for gammel', 'for gamal', 'too old'],
  },
  origin: {
    whole: ['country', 'land', 'origin', 'opprinnelse', 'opphav', 'nasjonalitet', 'nationality', 'statsborgerskap', 'citizenship', 'ethnicity', 'etnisitet', 'race', 'rase', 'first language', 'morsmål', 'mother tongue', 'norsk', `${BEFORE}norske (søk*|ansatt*|tilsett*|arbeid*|medarbeid*|folk)`, 'vestlig', 'vestleg', 'western', 'hvit', 'kvit', 'white', 'permit', 'oppholdstillatelse', 'opphaldsløyve', '(arrival|ankomst) ?(category|kategori)', 'innvandrer(e|en|ne)?', 'innvandrar(ar|en|ane)?', 'utlending(er|ar|en|ene|ane)?', 'utenlandsk', 'utanlandsk', 'immigrants?', 'foreigners?', 'asiatisk', 'afrikansk', `${BEFORE}${KIND}${PEOPLE}${AFTER}`],
    person: [`${NO} (være |vere |be )?(en |ei |ein |a )?${KIND}(${FROM}|${PEOPLE}|syrer|russer|inder|svarte?|fargede|farga|roma|utenlandske?|utanlandske?|foreign)`, `(fra|frå|from) (norge|noreg|norway|norden|utlandet|midtøsten|${FROM})`],
    within: ['etnisk*', 'et+ninsk*', 'etnsik*', 'ethnic*', `(norsk|norwegian|nordisk|vestlig|vestleg|skandinavisk|western|scandinavian|innvandrer|innvandrar|minoritets|immigrant|${FROM}) ?(bakgrunn|opprinnelse|opphav|utseende|utsjånad|herkomst|background|origin|looks|appearance)`, 'hudfarge', 'hudfarve', 'skin colou?r', '(mørk|lys|hvit|kvit|dark|white) (i huden|hud|skin)', '(mørk|lys)huda?e?t?', 'norsk(e)? statsborger*', 'norsk(e)? statsborgar*', 'norwegian citizen*', 'norsk pass', 'norsk navn', 'norsk namn',
      `(norsk|norwegian) (som |as |er |is )?${TONGUE}`, `${TONGUE} ((må|skal|bør) (være|vere) |er |is |must be )?(norsk|norwegian)`, 'native (norwegian|(* )?speakers?)', '(uten|utan|no|without) (utenlandsk |utanlandsk |foreign )?(aksent|accent)', 'aksentfri', 'nordmann', 'nordmenn', 'født i norge', 'født og oppvokst i *', 'fødd i noreg', 'born in norway', '(oppvokst|oppvaksen) i (norge|noreg)', 'raised in norway', `${NO} (innvandrer|innvandrar|utlending|flyktning|asylsøker|asylsøkjar|immigrant|foreigner|refugee)*`, 'sigøyner*', 'gypsy'],
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
    whole: ['health', 'helse', 'sykdom', 'sjukdom', 'diagnose', 'diagnosis', 'disability', 'funksjonsevne', 'frisk', 'healthy', 'ufør', 'uføre', 'kronisk (syk|sjuk)', 'normal helse', 'funksjonshemmet', 'funksjonshemma', 'funksjonshemmede', 'funksjonshemming(er|ar|en)?', 'funksjonsneds(ettelse|ettelser|etting|etjing|etjingar|att|atte)', 'handikap(et|ede|a|ed)?', 'handicap(ed)?', 'disabled', 'sykehistorie', 'sjukehistorie', 'sjukdomshistorie', 'medical history'],
    within: ['(god|svært god|very good|normal) (psykisk |fysisk )?(helse|helsetilstand)', 'good (mental )?health', 'frisk og rask', '(psykisk|fysisk|mentally|physically|helt|heilt) (frisk|stabil|healthy)', `${ASK} (være |vere |be )?(frisk|healthy)`, `${NO} (kronisk |kroniske |alvorlig |alvorlege? |psykiske? |chronic |serious )?(syk|sjuk|sick|rullestol|wheelchair)`, `${NO} (kronisk |kroniske |alvorlig |alvorlege? |psykiske? |chronic |serious )?(sykdom|sjukdom|sykmeldt|sjukmeld|lidelse|liding|diagnose|helseproblem|helseplage|ryggproblem|epilepsi|diabetes|disab|illness|disease|health problem|sick leave|sykefravær|sjukefråvær|handikap|funksjonshem|funksjonsnedset)*`, '(lavt|lågt|lite|minimalt|low) (syke|sjuke|sick)*(fravær|fråvær|leave)', 'funksjonsfrisk*', 'funksjonsfri*', 'able bodied', 'uføretrygd*', 'helseattest*', 'helseerklæring*', 'helsefråsegn*', 'medical certificate', 'bmi', 'overvektig*'],
  },
  orientation: {
    whole: ['legning', `${BEFORE}${QUEER}( people)?${AFTER}`],
    person: [`${NO} (være |vere |be )?(en |ei |ein |a )?${QUEER}( people)?`],
    within: ['het?e?rofil*', 'homofil*', 'homofli*', 'bifil*', '(homo|hetero|bi)sek?s?[ou]?u?el*', 'lesbisk*', 'lesber?', 'lesbians?', 'seksuell (legning|orientering)', 'sexual (orientation|preference)', 'transperson*', 'transkjønn*', 'transgender', 'lhbt*', 'lgbt*'],
  },
  union: {
    whole: ['fagforening', 'fagforeining', 'uorganisert', 'fagorganisert', 'union', 'unionised', 'unionized', 'parti', 'politikk', 'politics', 'politisk'],
    within: [`${NO} (være |vere )?(medlem (av|i) )?(en |ei |et |eit |noen |nokon |a )?((fagforening|fagforeining|fagforbund|fagorganisert|uorganisert)*|unions?)`, '(må|skal|bør|kan ikke|kan ikkje) (være|vere) (fag|u)organisert', '(medlem|medlemskap|medlemmer|medlemer) (av|i) (en |ei |et |eit )?((fagforening|fagforeining|fagforbund|politisk)*|(felles|utdanings)?forbund(et)?|*parti(et)?|lo|nho|ys|unio)', '(fagforenings|fagforeinings|fagforbunds|parti|lo|nho) ?medlem*', '(trade )?union member*', 'non union', 'politiske? (syn|ståsted|standpunkt|tilhørighet|tilhøyrsle|overbevisning|overtyding|oppfatning|oppfating|holdning|haldning|parti|medlem|aktiv)*', 'politically active', 'political (view|opinion|part|affiliation|belief|conviction)*'],
  },
}
