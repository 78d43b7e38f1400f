/** Every permission there is. An operation names one; which role holds which is in identity/roles.core.ts. */
export const permissions = [
  'identity.self', 'identity.manage', 'audit.read', 'jobs.manage',
  'people.read', 'people.write', 'people.import', 'people.numbers', 'people.protected',
  'health.read', 'health.write', 'competence.write', 'occupations.read', 'occupations.import',
  'employers.read', 'employers.write', 'employers.import',
  'opportunities.read', 'opportunities.write', 'opportunities.import',
  'matching.read', 'matching.present',
  'placements.read', 'placements.write', 'placements.approve', 'placements.followUp',
  'own.read', 'own.apply',
  'link.approve', 'link.evaluate',
] as const
export type Permission = (typeof permissions)[number]

/** Access grounds the database asks for beyond the role, by the permission that gives them. */
const grounds: Partial<Record<Permission, string>> = {
  'people.numbers': 'national_number', 'people.protected': 'protected_address', 'health.read': 'health',
}

/** The grounds that follow from a set of permissions. */
export const groundsOf = (held: readonly Permission[]): string[] =>
  held.flatMap((permission) => grounds[permission] ?? [])
