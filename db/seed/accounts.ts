import type { Role } from '#domains/identity/roles.core.ts'

/** The colleagues of the invented municipalities, by whom a newcomer signs in. Subjects are what the built-in sign-in answers. */
export type SeedAccount = { subject: string; name: string; roles: Role[] }

export const fjordvikStaff: SeedAccount[] = [
  { subject: 'fjordvik-radgiver', name: 'Ingrid Solheim', roles: ['programme_adviser'] },
  { subject: 'fjordvik-radgiver-2', name: 'Terje Moen', roles: ['programme_adviser'] },
  { subject: 'fjordvik-radgiver-3', name: 'Silje Dahl', roles: ['programme_adviser'] },
  { subject: 'fjordvik-skjermet', name: 'Berit Aune', roles: ['programme_adviser', 'protected_access'] },
  { subject: 'fjordvik-jobbkonsulent', name: 'Knut Haugen', roles: ['job_broker'] },
  { subject: 'fjordvik-markedskontakt', name: 'Nina Berge', roles: ['job_broker'] },
  { subject: 'fjordvik-bosetting', name: 'Geir Lunde', roles: ['settlement_worker'] },
  { subject: 'fjordvik-larer', name: 'Marit Strand', roles: ['teacher'] },
  { subject: 'fjordvik-nav', name: 'Lars Nilsen', roles: ['nav_adviser'] },
  { subject: 'fjordvik-hr', name: 'Hilde Fossum', roles: ['hr_leader'] },
  { subject: 'fjordvik-helse', name: 'Solveig Holte', roles: ['health'] },
  { subject: 'fjordvik-leder', name: 'Øyvind Bakke', roles: ['manager'] },
  { subject: 'fjordvik-anviser', name: 'Kari Engen', roles: ['benefit_approver'] },
  { subject: 'fjordvik-admin', name: 'Trond Vik', roles: ['administrator'] },
  { subject: 'fjordvik-revisor', name: 'Gunn Myhre', roles: ['auditor'] },
]

/** A small municipality: one person in several roles, in one sign-in (KAR-11). */
export const smallStaff = (prefix: string, names: [string, string]): SeedAccount[] => [
  { subject: `${prefix}-flyktningkonsulent`, name: names[0], roles: ['programme_adviser', 'job_broker', 'settlement_worker'] },
  { subject: `${prefix}-leder`, name: names[1], roles: ['manager', 'administrator', 'auditor', 'benefit_approver'] },
]
