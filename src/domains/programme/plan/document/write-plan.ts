import { dayText, directionOf } from '#platform/texts.ts'
import type { PlainDate } from '#shared/date.ts'
import { dayInNorway } from '#shared/date.ts'
import type { LoadedPlan, PlanRules } from '../load-plan.ts'
import { shownTo } from '../plan.core.ts'
import type { PlanElement, Words } from '../plan.schema.ts'
import type { Both, DocumentLocale, PlanDocument } from '../plan-document.schema.ts'
import { inBoth } from './words.ts'

/** What the paper is written from. Of the person nothing but her name. */
export type PlanFacts = {
  plan: Pick<LoadedPlan, 'content' | 'elements' | 'signatures' | 'revision' | 'madeOn' | 'reviewOn'>; kind: PlanRules['kind']; words: readonly Words[]; appealWeeks: number
  names: { person: string; municipality: string; adviser: { name: string; email: string } | null }
}
type Write = ReturnType<typeof inBoth>

function factLines({ plan: { content, madeOn, reviewOn } }: PlanFacts, { both, with: writtenWith, day, same }: Write): PlanDocument['facts'] {
  const { finalGoal, goalIs, months, occupationName, norwegianHours, socialStudiesHours, socialStudiesLanguage } = content
  const social = socialStudiesHours === null ? null : socialStudiesLanguage === null ? both('hours', { hours: socialStudiesHours }) : both('hoursIn', { hours: socialStudiesHours, language: socialStudiesLanguage })
  const line = (label: Both, value: Both | null) => (value === null ? [] : [{ label, value }])
  return [
    ...line(both('fact.goal'), finalGoal === null ? null : writtenWith(`goal.${goalIs}`, (_, text) => ({ goal: text(`goal.${finalGoal}`) }))),
    ...line(both('fact.months'), months === null ? null : both('months', { months })), ...line(both('fact.occupation'), occupationName === null ? null : same(occupationName)),
    ...line(both('fact.norwegianHours'), norwegianHours === null ? null : both('hours', { hours: norwegianHours })), ...line(both('fact.socialStudies'), social),
    ...line(both('fact.madeOn'), day(madeOn)), ...line(both('fact.reviewOn'), reviewOn === null ? null : day(reviewOn)),
  ]
}

function when({ fromDate: from, toDate: to }: PlanElement, { both, with: writtenWith }: Write): Both {
  if (from !== null && to !== null) return writtenWith('when.fromTo', (locale) => ({ from: dayText(locale, from), to: dayText(locale, to) }))
  if (from !== null) return writtenWith('when.from', (locale) => ({ from: dayText(locale, from) }))
  return to === null ? both('when.open') : writtenWith('when.to', (locale) => ({ to: dayText(locale, to) }))
}

function elementLines({ plan }: PlanFacts, write: Write): PlanDocument['elements']['items'] {
  // on paper, which others may come to see, health is time that is taken and nothing else
  return shownTo(false, plan.elements).map((one) => ({
    kind: write.both(`element.${one.kind === 'health' ? 'other' : one.kind}`), title: one.title ?? '', reason: one.reason ?? '', when: when(one, write),
    hours: one.hoursPerWeek === null ? write.same('') : write.both('hoursPerWeek', { hours: one.hoursPerWeek }) }))
}

function signatureLines({ plan: { signatures, revision }, kind }: PlanFacts, write: Write): PlanDocument['signatures']['items'] {
  const parties = kind === 'declaration' ? (['municipality'] as const) : (['participant', 'municipality'] as const)
  return parties.map((party) => {
    const given = signatures.find((one) => one.party === party && one.revision === revision)
    const text = given === undefined ? write.both('sign.none') : write.with(`how.${given.how}`, (locale) => ({ day: dayText(locale, dayInNorway(new Date(given.signedAt))), interpreter: given.interpreter ?? '', language: given.interpreterLanguage ?? '' }))
    return { label: write.both(`party.${party}`), name: given?.name ?? '', text }
  })
}

const texts = ['longTermGoals', 'norwegianWhy', 'afterProgramme', 'guidanceDeviation', 'disagreement', 'disagreementAnswer'] as const

/** The plan in words, in Norwegian and in the reader's language. */
export function writePlan(facts: PlanFacts, norwegian: 'nb' | 'nn', locale: DocumentLocale): PlanDocument {
  const { plan, names, kind, words } = facts
  const reader = locale === 'nb' || locale === 'nn' ? norwegian : locale
  const write = inBoth(norwegian, reader)
  const { both } = write
  const { content } = plan
  const skills = (['listening', 'reading', 'writing', 'oral'] as const).flatMap((skill) => { const level = content.norwegian[skill]; return level === null ? [] : [{ label: both(`skill.${skill}`), value: both('level', { level }) }] })
  const said = (day: PlainDate, how: Words['how']): Both => write.with(`words.${how}`, (of) => ({ day: dayText(of, day) }))
  return {
    locale: reader, norwegian, dir: directionOf(reader), beside: reader !== norwegian, title: both('title'), person: names.person, municipality: names.municipality, madeOn: plan.madeOn,
    revision: both('revision', { revision: plan.revision }), keywords: [both('keyword').no, both('revision', { revision: plan.revision }).no],
    facts: factLines(facts, write), norwegianGoal: { label: both('section.norwegian'), items: skills },
    texts: texts.flatMap((part) => { const text = content[part]; return text === null || text === '' ? [] : [{ label: both(`text.${part}`), text }] }), asWritten: both('asWritten'),
    elements: { label: both('section.elements'), items: elementLines(facts, write) },
    words: { label: both('section.words'), answerLabel: both('words.answer'), items: words.map((one) => ({ when: said(one.saidOn, one.how), words: one.words, answer: one.answer ?? '' })) },
    contract: kind === 'contract' || kind === 'declaration' ? { label: both(`section.${kind}`), municipality: [both('contract.municipality', { municipality: names.municipality })], participant: kind === 'contract' ? [both('contract.participant')] : [] } : null,
    signatures: { label: both('section.signatures'), items: kind === 'contract' || kind === 'declaration' ? signatureLines(facts, write) : [] },
    appeal: { label: both('section.appeal'), lines: [both('appeal.1', { weeks: facts.appealWeeks }), both('appeal.2', { municipality: names.municipality })] },
    ask: { label: both('section.ask'), lines: [names.adviser === null ? both('ask.municipality', { municipality: names.municipality }) : both('ask.person', names.adviser), both('ask.change')] },
  }
}
