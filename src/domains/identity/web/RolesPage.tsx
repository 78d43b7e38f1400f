import './identity.css'
import { useApi, type Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useNames } from './words.ts'

type Role = Output<'identity.listRoles'>['roles'][number]

/** Each role with what it may, in words. */
function RoleCards({ roles }: { roles: readonly Role[] }) {
  const t = useText('identity')
  const { roleName, aboutRole } = useNames()
  return (
    <Table caption={t('roles.title')} hideCaption rows={roles} rowKey={({ name }) => name} columns={[
      { key: 'name', header: t('roles.role'), names: true, cell: ({ name }) => roleName(name) },
      { key: 'about', header: t('roles.about'), cell: ({ name }) => aboutRole(name) },
      { key: 'accounts', header: t('accounts.title'), align: 'end', cell: ({ accounts }) => accounts },
    ]} />
  )
}

/** Every permission against every role. */
function Matrix({ roles, permissions }: Pick<Output<'identity.listRoles'>, 'roles' | 'permissions'>) {
  const t = useText('identity')
  const { roleName, permissionName } = useNames()
  return (
    // a table wider than a telephone is scrolled with the keyboard too
    <div className="matrix" role="group" aria-label={t('roles.matrix')} tabIndex={0}>
      <table className="ds-table" data-border>
        <thead><tr><th scope="col">{t('roles.permissions')}</th>{roles.map(({ name }) => <th key={name} scope="col" className="matrix__role"><span>{roleName(name)}</span></th>)}</tr></thead>
        <tbody>{permissions.map((permission) => (
          <tr key={permission}>
            <th scope="row">{permissionName(permission)}</th>
            {roles.map((role) => <td key={role.name} className="matrix__cell">{role.permissions.includes(permission)
              ? <><Icon name="check" size={18} /><span className="ds-sr-only">{t('roles.has')}</span></> : <span className="ds-sr-only">{t('roles.hasNot')}</span>}</td>)}
          </tr>))}</tbody>
      </table>
    </div>
  )
}

/** Who may what: the roles, and the whole table behind them. */
export function RolesPage() {
  const t = useText('identity')
  return (
    <>
      <PageHeader title={t('roles.title')} description={t('roles.lead')} />
      <Loaded query={useApi('identity.listRoles', {})} rows={10}>{({ roles, permissions }) => {
        const staffs = permissions.filter((permission) => roles.some((role) => role.permissions.includes(permission)))
        return <>
          <Section title={t('roles.title')} count={roles.length}><RoleCards roles={roles} /></Section>
          <Section title={t('roles.matrix')}><Matrix roles={roles} permissions={staffs} /></Section>
        </>
      }}</Loaded>
    </>
  )
}
