import type { AskedBy } from '#domains/employers/request.schema.ts'
import type { BODY_KEYS, Body, DivisionContent, Duty, DutyKind } from './division.schema.ts'

type BodyKey = (typeof BODY_KEYS)[number]
const nobody = { accountId: null, text: null }

/** Which roles here belong to a body, and what it is called in the ledger of requests: where we begin, the municipality changes it. */
const known: Record<BodyKey, { roles: string[]; askedBy: AskedBy | null }> = {
  refugee_service: { roles: ['programme_adviser', 'settlement_worker', 'job_broker'], askedBy: 'refugee_service' }, adult_education: { roles: ['teacher'], askedBy: 'adult_education' },
  municipal_nav: { roles: [], askedBy: 'nav' }, state_nav: { roles: ['nav_adviser'], askedBy: 'nav' }, hr: { roles: ['hr_leader'], askedBy: null }, units: { roles: [], askedBy: null },
  business_developer: { roles: [], askedBy: null }, career_centre: { roles: [], askedBy: 'other' }, health: { roles: ['health'], askedBy: null },
}

type Words = { body: (key: BodyKey) => string; duty: (kind: DutyKind) => string; newId: () => string; bodyKeys: readonly BodyKey[]; kinds: readonly DutyKind[] }

/** The draft we ship: bodies and duties in our own words, and nobody responsible for any, since that is for them to agree on. */
export function firstDraft({ body, duty, newId, bodyKeys, kinds }: Words): DivisionContent {
  return {
    bodies: bodyKeys.map((key): Body => ({ key, name: body(key), ...known[key], contact: nobody, standIn: nobody })),
    duties: kinds.map((kind): Duty => ({ id: newId(), kind, name: duty(kind), phase: 'any', responsible: null, takesPart: [], told: [], contact: nobody, standIn: nobody, note: null })), openQuestions: null,
  }
}

/** One row for each phase in place of a row that always holds; the first keeps the id, so that the history follows it. */
export const splitByPhase = (duty: Duty, newId: () => string): Duty[] => (['before', 'during', 'after'] as const).map((phase, index) => ({ ...duty, id: index === 0 ? duty.id : newId(), phase }))

type Parts = { responsible?: string | null; takesPart?: string[]; told?: string[] }

/** The duties when some bodies have been taken out: what those had, nobody has. */
export function withoutBodies<D extends Parts>(duties: readonly D[], keys: readonly string[]): D[] {
  const still = (key: string): boolean => keys.includes(key)
  return duties.map((duty) => ({ ...duty, responsible: duty.responsible && still(duty.responsible) ? duty.responsible : null, takesPart: (duty.takesPart ?? []).filter(still), told: (duty.told ?? []).filter(still) }))
}
