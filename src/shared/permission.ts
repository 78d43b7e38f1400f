/** Every permission there is. An operation names one; which role holds which is in identity/roles.core.ts. */
export const permissions = [
  'identity.self', 'identity.manage', 'audit.read', 'jobs.manage',
  'people.read', 'people.write', 'people.import', 'people.numbers', 'people.protected',
  'health.read', 'health.write', 'competence.write', 'occupations.read', 'occupations.import',
  'employers.read', 'employers.write', 'employers.import',
  'opportunities.read', 'opportunities.write', 'opportunities.import',
  'matching.read', 'matching.present', 'matching.weights',
  'placements.read', 'placements.write', 'placements.approve', 'placements.followUp',
  'rules.ask', 'rules.manage',
  'programme.read', 'programme.write', 'programme.decide', 'programme.teach', 'programme.absence', 'programme.economy', 'programme.approveBenefit',
  'programme.handOver', 'programme.receive', 'programme.register', 'programme.overview',
  'own.read', 'own.apply', 'own.checkIn', 'own.plan', 'own.proof',
  'link.approve', 'link.evaluate', 'link.signPlan',
] as const
export type Permission = (typeof permissions)[number]

/** Access grounds the database asks for beyond the role, by the permission that gives them. */
const grounds: Partial<Record<Permission, string>> = {
  'people.numbers': 'national_number', 'people.protected': 'protected_address', 'health.read': 'health',
  'programme.decide': 'case', 'programme.absence': 'absence', 'programme.economy': 'economy', 'programme.overview': 'overview',
}

/** The grounds that follow from a set of permissions. */
export const groundsOf = (held: readonly Permission[]): string[] =>
  held.flatMap((permission) => grounds[permission] ?? [])
