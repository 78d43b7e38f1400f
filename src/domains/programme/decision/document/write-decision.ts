import type { Params, ServerLocale } from '#platform/texts.ts'
import { dayText, directionOf } from '#platform/texts.ts'
import type { PlainDate } from '#shared/date.ts'
import type { DecisionDocument, DocumentLocale } from '../decision-document.schema.ts'
import type { DecisionKind, DecisionTerms, StoredAnswer } from '../decision.schema.ts'
import type { DocumentText } from './words.ts'
import { documentTexts } from './words.ts'

type ExplainedStep = { text: string; source: string }

/** What the paper is written from. Of the person her name alone. */
export type DecisionFacts = {
  kind: DecisionKind; decidedOn: PlainDate; validFrom: PlainDate | null; validTo: PlainDate | null; decided: string; grounds: string; caseReference: string | null
  locale: 'nb' | 'nn'; terms: DecisionTerms; toldOn: PlainDate | null
  replaces: { why: 'correction' | 'reversal' | 'complaint'; decidedOn: PlainDate } | null
  names: { person: string; municipality: string; decidedBy: string; adviser: { name: string; email: string } | null }
  steps: ExplainedStep[]; judged: ExplainedStep[]; basis: string[]
  appeal: { weeks: number; lastDay: PlainDate | null }
}
type Texts = ReturnType<typeof documentTexts>

/** The standard words of what was decided: the first draft in Norwegian, and the whole of the translation. */
export function decidedText(locale: ServerLocale, kind: DecisionKind, terms: DecisionTerms, period: { from: PlainDate | null; to: PlainDate | null }): string {
  const t = documentTexts(locale)
  const day = (one: PlainDate | null | undefined): string => (one === null || one === undefined ? '…' : dayText(locale, one))
  const params: Params = { months: terms.extensionMonths ?? terms.months ?? 0, starts: day(terms.startsOn), goal: terms.finalGoal === undefined ? '…' : t(`goal.${terms.finalGoal}`), from: day(period.from), to: day(period.to) }
  return t(`decided.${kind}`, params)
}

function factLines(facts: DecisionFacts, t: Texts, locale: ServerLocale): DecisionDocument['facts'] {
  const { terms, validFrom, validTo, caseReference, names } = facts
  const line = (label: DocumentText, value: string | undefined) => (value === undefined ? [] : [{ label: t(label), value }])
  const period = validFrom === null ? undefined : validTo === null ? t('period.from', { from: dayText(locale, validFrom) }) : t('period.fromTo', { from: dayText(locale, validFrom), to: dayText(locale, validTo) })
  return [
    ...line('fact.person', names.person), ...line('fact.date', dayText(locale, facts.decidedOn)), ...line('fact.case', caseReference ?? undefined),
    ...line('fact.start', terms.startsOn && dayText(locale, terms.startsOn)), ...line('fact.months', terms.months === undefined ? undefined : t('value.months', { months: terms.months })),
    ...line('fact.extension', terms.extensionMonths === undefined ? undefined : t('value.months', { months: terms.extensionMonths })),
    ...line('fact.goal', terms.finalGoal && t(`goal.${terms.finalGoal}`)), ...(terms.startsOn === undefined ? line('fact.period', period) : []),
  ]
}

const rights: Partial<Record<DecisionKind, readonly DocumentText[]>> = {
  programme: ['rights.programme.1', 'rights.programme.2', 'rights.programme.3', 'rights.programme.4'], extension: ['rights.programme.1', 'rights.programme.2', 'rights.programme.3'],
  norwegian: ['rights.training.1', 'rights.training.2'], benefit: ['rights.money.1'], set_off: ['rights.money.1'], repayment: ['rights.money.1'], plan_change: ['rights.programme.4'],
}

function parts(facts: DecisionFacts, t: Texts, locale: ServerLocale): DecisionDocument['parts'] {
  const { kind, names, appeal, toldOn, replaces } = facts
  const appealLines = [t('appeal.deadline', { weeks: appeal.weeks }), ...(toldOn === null || appeal.lastDay === null ? [] : [t('appeal.deadlineDay', { told: dayText(locale, toldOn), day: dayText(locale, appeal.lastDay) })]),
    t('appeal.where', { municipality: names.municipality }), t('appeal.how'), t('appeal.wait')]
  const ask = names.adviser === null ? t('ask.municipality', { municipality: names.municipality }) : t('ask.person', names.adviser)
  return [
    ...(replaces === null ? [] : [{ kind: 'replaces' as const, heading: t('heading.replaces'), lines: [t(`replaces.${replaces.why}`, { day: dayText(locale, replaces.decidedOn) })] }]),
    { kind: 'rights' as const, heading: t('heading.rights'), lines: [...(rights[kind] ?? []).map((key) => t(key)), t('rights.general.1')] },
    { kind: 'appeal' as const, heading: t('heading.appeal'), lines: appealLines },
    { kind: 'ask' as const, heading: t('heading.ask'), lines: [ask, t('ask.interpreter')] },
    { kind: 'access' as const, heading: t('heading.access'), lines: [t('access.1')] },
  ]
}

function translation(facts: DecisionFacts, locale: DocumentLocale): DecisionDocument['translation'] {
  if (locale === 'nb' || locale === 'nn') return null
  const t = documentTexts(locale)
  return { lang: locale, dir: directionOf(locale), notice: t('translation.notice'), notTranslated: t('translation.notTranslated'), title: t(`title.${facts.kind}`), facts: factLines(facts, t, locale),
    decidedHeading: t('heading.decided'), decided: decidedText(locale, facts.kind, facts.terms, { from: facts.validFrom, to: facts.validTo }), parts: parts(facts, t, locale) }
}

/** The decision in words: in its own Norwegian, and for information in the reader's language. */
export function writeDecision(facts: DecisionFacts, reader: DocumentLocale): DecisionDocument {
  const { locale, names, kind, caseReference } = facts
  const t = documentTexts(locale)
  const title = t(`title.${kind}`)
  const inFooter = { municipality: names.municipality, title, person: names.person }
  return {
    lang: locale, municipality: names.municipality, person: names.person, caseReference, decidedOn: facts.decidedOn, title,
    keywords: [t('keyword.decision'), title, ...(caseReference === null ? [] : [t('keyword.case', { case: caseReference })]), facts.decidedOn],
    facts: factLines(facts, t, locale), decidedHeading: t('heading.decided'), decided: facts.decided, groundsHeading: t('heading.grounds'), grounds: facts.grounds,
    steps: { heading: t('heading.steps'), lead: t('lead.steps'), items: facts.steps }, judged: { heading: t('heading.judged'), items: facts.judged },
    basis: { heading: t('heading.basis'), items: facts.basis }, parts: parts(facts, t, locale),
    signed: t('signed', { municipality: names.municipality, day: dayText(locale, facts.decidedOn), name: names.decidedBy }),
    footer: caseReference === null ? t('footer', inFooter) : t('footerCase', { ...inFooter, case: caseReference }), translation: translation(facts, reader),
  }
}

/** Answers whose reasoning belongs on the paper: how to appeal has a part of its own. */
export const reasoned = (answers: readonly StoredAnswer[]): StoredAnswer[] => answers.filter(({ rule, answer }) => !rule.startsWith('procedure.') && answer !== null)
