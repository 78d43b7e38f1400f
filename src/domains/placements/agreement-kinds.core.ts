import type { AgreementKind, MissingPart } from './agreement.schema.ts'

type Kind = {
  /** Signed in Nav's own solution; here only reference, dates, contact and follow-up (PLA-13). */
  isNavs: boolean
  /** Longest time the kind is meant for, in months; beyond it the adviser is warned, never refused. */
  usualMonths?: number
  needs: readonly MissingPart[]
}

const always = ['fromDate', 'supervisorContactId', 'responsibleId', 'followUps'] as const
const agreed = [...always, 'tasks', 'signingContactId'] as const
const practice = [...agreed, 'purpose', 'learningGoals', 'languageGoals', 'speaksNorwegianWith', 'toDate', 'schedule'] as const
const navs = [...always, 'toDate', 'navReference'] as const

/** Each kind, and what it cannot be without: "not storage" (PLA-02). Language practice needs as much as the rest. */
export const agreementKinds: Record<AgreementKind, Kind> = {
  language_practice: { isNavs: false, usualMonths: 6, needs: practice },
  work_practice: { isNavs: false, usualMonths: 6, needs: practice },
  work_training: { isNavs: true, usualMonths: 18, needs: navs },
  wage_subsidy: { isNavs: true, needs: navs },
  trainee: { isNavs: false, needs: practice },
  ordinary_job: { isNavs: false, needs: agreed },
  apprenticeship: { isNavs: false, needs: [...agreed, 'learningGoals', 'toDate'] },
  voluntary: { isNavs: false, needs: [...agreed, 'purpose', 'languageGoals', 'speaksNorwegianWith', 'toDate', 'schedule'] },
}

/** Whether it is signed at Nav and not here. */
export const isNavs = (kind: AgreementKind): boolean => agreementKinds[kind].isNavs
