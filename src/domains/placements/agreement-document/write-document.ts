import type { ServerLocale } from '#platform/texts.ts'
import { dayText, directionOf } from '#platform/texts.ts'
import { dayInNorway } from '#shared/date.ts'
import { weeklyHours } from '#shared/schedule.ts'
import { isNavs } from '../agreement-kinds.core.ts'
import { approvedBy } from '../agreement.core.ts'
import type { AgreementContent, PlannedFollowUp } from '../agreement.schema.ts'
import type { AgreementDocument, Both } from '../agreement-document.schema.ts'
import type { Approval, Party } from '../approval.schema.ts'
import { inBoth } from './words.ts'

/** What the paper is written from. Of the person nothing but her name. */
export type DocumentFacts = {
  agreement: AgreementContent & { revision: number; navReference: string | null }
  approvals: readonly Approval[]
  followUps: readonly PlannedFollowUp[]
  names: { person: string; employer: string; municipality: string; supervisor: Named | null; signer: Named | null; responsible: Named | null }
}
type Named = { name: string; detail: string }
type Words = ReturnType<typeof inBoth>

const parties = ['participant', 'employer', 'municipality'] as const satisfies readonly Party[]
const written = ['purpose', 'tasks', 'learningGoals', 'languageGoals', 'speaksNorwegianWith', 'expectations'] as const

/** The agreement in words, in bokmål and in `locale`. */
export function writeDocument(facts: DocumentFacts, locale: ServerLocale): AgreementDocument {
  const { agreement, names } = facts
  const words = inBoth(locale)
  const { both } = words
  return {
    locale, dir: directionOf(locale), beside: locale !== 'nb' && locale !== 'nn',
    title: both('doc.title'), kind: { label: both('doc.kind'), value: both(`kind.${agreement.kind}`) }, what: both(`kind.${agreement.kind}.what`),
    revision: both('doc.revision', { revision: agreement.revision }), person: names.person, employer: names.employer, municipality: names.municipality,
    parties: partyLines(facts, words), facts: factLines(facts, words),
    texts: written.flatMap((part) => (agreement[part] === null ? [] : [{ label: both(`doc.${part}`), text: agreement[part] }])), asWritten: both('doc.asWritten'),
    week: { label: both('doc.week'), hours: hoursOf(facts, words), free: both('doc.free'), days: week(facts, words) },
    followUps: { label: both('doc.followUp'), items: facts.followUps.map(({ dueOn, kind }) => ({ day: words.day(dueOn), kind: both(`followUp.${kind}`) })) },
    meaning: { label: both('doc.meaning'), lines: [both('meaning.1'), both('meaning.2'), both('meaning.3'), both('meaning.4')] },
    approvals: approvalLines(facts, words),
  }
}

function partyLines({ names }: DocumentFacts, { both }: Words): AgreementDocument['parties'] {
  const line = (label: Both, named: Named | null) => (named === null ? [] : [{ label, ...named }])
  return [
    { label: both('party.participant'), name: names.person, detail: '' }, { label: both('party.employer'), name: names.employer, detail: '' },
    ...line(both('doc.supervisor'), names.supervisor), ...line(both('doc.signer'), names.signer),
    { label: both('party.municipality'), name: names.municipality, detail: '' }, ...line(both('doc.responsible'), names.responsible),
  ]
}

function factLines(facts: DocumentFacts, words: Words): AgreementDocument['facts'] {
  const { fromDate: from, toDate: to, schedule, kind, navReference } = facts.agreement
  const period = from === null ? [] : [{ label: words.both('doc.period'),
    value: to === null ? words.with('doc.periodOpen', (locale) => ({ from: dayText(locale, from) })) : words.with('doc.periodText', (locale) => ({ from: dayText(locale, from), to: dayText(locale, to) })) }]
  const hours = schedule.length === 0 ? [] : [{ label: words.both('doc.hours'), value: hoursOf(facts, words) }]
  const nav = isNavs(kind) && navReference !== null ? [{ label: words.both('doc.kind'), value: words.both('doc.navs', { reference: navReference }) }] : []
  return [...period, ...hours, ...nav]
}

const hoursOf = ({ agreement }: DocumentFacts, { both }: Words): Both => both('doc.hoursText', { hours: weeklyHours(agreement.schedule) })

/** Monday to Friday always, the weekend where it is worked. */
function week({ agreement }: DocumentFacts, { both }: Words): AgreementDocument['week']['days'] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, name: both(`weekday.${weekday}`), slots: agreement.schedule.filter((slot) => slot.weekday === weekday).toSorted((a, b) => (a.from < b.from ? -1 : 1)) }))
    .filter(({ weekday, slots }) => weekday <= 5 || slots.length > 0)
}

function approvalLines({ agreement, approvals }: DocumentFacts, words: Words): AgreementDocument['approvals'] {
  const label = words.both('doc.approvals')
  if (isNavs(agreement.kind)) return { label, notValid: null, items: [] }
  const items = parties.map((party) => {
    const given = approvals.find((one) => one.party === party && one.revision === agreement.revision && one.withdrawnAt === null)
    const text = given === undefined ? words.both('doc.notApproved') : approvedText(given, words)
    return { party, label: words.both(`party.${party}`), name: given?.name ?? '', text }
  })
  return { label, notValid: approvedBy(agreement, approvals).length === parties.length ? null : words.both('doc.notValid'), items }
}

function approvedText(given: Approval, words: Words): Both {
  const day = dayInNorway(new Date(given.approvedAt))
  const how = words.both(`how.${given.how}`)
  return words.with('doc.approvedText', (locale) => ({ day: dayText(locale, day), how: locale === 'nb' ? how.nb : how.own }))
}
