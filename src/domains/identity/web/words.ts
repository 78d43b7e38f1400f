import { useFindText } from '#web/i18n.tsx'

/** Names that are known only at run time: of roles, permissions and operations. What has no name keeps its own word. */
export function useNames() {
  const find = useFindText()
  return {
    roleName: (role: string): string => find(`role.${role}`, 'identity') ?? role,
    aboutRole: (role: string): string => find(`role.${role}.about`, 'identity') ?? '',
    permissionName: (permission: string): string => find(`permission.${permission}`) ?? permission,
    operationName: (operation: string): string => find(`operation.${operation}`) ?? operation,
  }
}
