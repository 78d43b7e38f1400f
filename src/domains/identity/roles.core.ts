import type { Permission } from '#shared/permission.ts'

const everybody = ['identity.self'] as const
const sees = ['people.read', 'employers.read', 'opportunities.read', 'occupations.read', 'placements.read'] as const
const places = ['matching.read', 'matching.present', 'placements.read', 'placements.write', 'placements.approve', 'placements.followUp'] as const

/**
 * Which role may what: data, shown on the administrator's page, tested for every operation. One person may hold several (KAR-11).
 * What a role must never see is not here by omission only: national numbers, protected addresses and health are grounds of their own in the database.
 */
export const roles = {
  programme_adviser: [...everybody, ...sees, ...places, 'people.write', 'people.import', 'people.numbers', 'competence.write', 'employers.write',
    'rules.ask', 'programme.read', 'programme.write', 'programme.decide', 'programme.teach', 'programme.absence', 'programme.economy', 'programme.handOver', 'programme.register'],
  settlement_worker: [...everybody, 'people.read', 'people.write', 'people.import', 'people.numbers', 'placements.read', 'placements.followUp', 'employers.read', 'occupations.read', 'rules.ask', 'programme.read'],
  teacher: [...everybody, 'people.read', 'competence.write', 'placements.read', 'placements.followUp', 'employers.read', 'occupations.read', 'rules.ask', 'programme.read', 'programme.teach'],
  nav_adviser: [...everybody, 'employers.read', 'employers.write', 'opportunities.read', 'occupations.read', 'rules.ask', 'programme.receive'],
  job_broker: [...everybody, ...sees, ...places, 'competence.write', 'employers.write', 'employers.import', 'opportunities.write', 'opportunities.import', 'occupations.import'],
  hr_leader: [...everybody, 'employers.read', 'opportunities.read', 'opportunities.write', 'occupations.read'],
  health: [...everybody, 'people.read', 'health.read', 'health.write'],
  manager: [...everybody, 'employers.read', 'opportunities.read', 'occupations.read', 'rules.ask', 'programme.overview', 'matching.weights'],
  benefit_approver: [...everybody, 'rules.ask', 'programme.economy', 'programme.approveBenefit'],
  administrator: [...everybody, 'identity.manage', 'jobs.manage', 'employers.import', 'opportunities.import', 'occupations.read', 'occupations.import', 'rules.ask', 'rules.manage'],
  auditor: [...everybody, 'audit.read'],
  protected_access: [...everybody, 'people.protected'],
  participant: [...everybody, 'own.read', 'own.apply', 'own.checkIn', 'own.plan', 'own.proof'],
} as const satisfies Record<string, readonly Permission[]>

export type Role = keyof typeof roles
// reason for the cast: Object.keys forgets the literal names
export const roleNames = Object.keys(roles) as Role[]

const isRole = (name: string): name is Role => Object.hasOwn(roles, name)

/** Everything a set of roles may; a role this version does not know gives nothing. */
export const permissionsOf = (held: readonly string[]): Permission[] =>
  [...new Set(held.filter(isRole).flatMap((role): readonly Permission[] => roles[role]))]
