import { listAccounts, listRoles, saveAccount, setLocale, whoAmI } from './account.operations.ts'
import { listDoorEvents, readAudit, readAuditOfPerson, readMyAudit } from './audit.operations.ts'

export { permissionsOf } from './roles.core.ts'

/** The operations of this slice, by name. */
export const identityOperations = {
  'identity.whoAmI': whoAmI,
  'identity.setLocale': setLocale,
  'identity.listAccounts': listAccounts,
  'identity.saveAccount': saveAccount,
  'identity.listRoles': listRoles,
  'identity.readAudit': readAudit,
  'identity.readAuditOfPerson': readAuditOfPerson,
  'identity.readMyAudit': readMyAudit,
  'identity.listDoorEvents': listDoorEvents,
}
