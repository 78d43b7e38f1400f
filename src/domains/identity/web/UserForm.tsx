import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useState } from 'react'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveAccountInput } from '../account.schema.ts'
import { useNames } from './words.ts'

export type User = Output<'identity.listAccounts'>['rows'][number]

type Props = { user?: User; /** Roles to choose among. */ roles: readonly string[]; /** Where others here sign in: the likely place for a new one. */ issuer?: string; onClose: () => void }

/** A colleague's account: who she is, how she signs in, what she may. */
export function UserForm({ user, roles, issuer, onClose }: Props) {
  const t = useText('identity')
  const { roleName, aboutRole } = useNames()
  const [id] = useState(newId)
  const save = useCommand('identity.saveAccount', { refreshes: ['identity.listAccounts', 'identity.listRoles'], success: t('accounts.saved'), onDone: onClose })
  const initial = user ? { id: user.id, version: user.version, name: user.name, email: user.email, issuer: user.issuer, subject: user.subject, roles: user.roles, isActive: user.isActive, personId: user.personId }
    : { id, issuer, roles: [], isActive: true, personId: null }
  return (
    <Form schema={SaveAccountInput} initial={initial} submit={t('accounts.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={() => { void save.refresh().then(save.reset) }}>
      {({ field }) => <>
        <TextField {...field('name', t('accounts.name'))} />
        <TextField {...field('email', t('accounts.email'))} />
        <CheckboxGroup {...field('roles', t('accounts.roles'))} options={roles.map((role) => ({ value: role, label: roleName(role), description: aboutRole(role) }))} />
        <TextField {...field('issuer', t('accounts.issuer'))} description={t('accounts.issuerHelp')} />
        <TextField {...field('subject', t('accounts.subject'))} description={t('accounts.subjectHelp')} />
        {(user === undefined || user.actions.includes('close') || !user.isActive) && <Checkbox {...field('isActive', t('accounts.active'))} />}
      </>}
    </Form>
  )
}
