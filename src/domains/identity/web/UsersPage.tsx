import { useState } from 'react'
import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { Drawer } from '#web/ui/Drawer.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { roleNames } from '../roles.core.ts'
import type { User } from './UserForm.tsx'
import { UserForm } from './UserForm.tsx'
import { useNames } from './words.ts'

const Shown = z.object({ who: z.enum(['staff', 'participants']).default('staff') })

function Users({ rows, onChange }: { rows: readonly User[]; onChange: (user: User) => void }) {
  const t = useText('identity')
  const { roleName } = useNames()
  if (rows.length === 0) return <EmptyState title={t('accounts.none')} />
  return (
    <Table caption={t('accounts.title')} hideCaption rows={rows} rowKey={({ id }) => id} columns={[
      { key: 'name', header: t('accounts.name'), names: true, cell: ({ name }) => <PersonName name={name} /> },
      { key: 'email', header: t('accounts.email'), cell: ({ email }) => email },
      { key: 'roles', header: t('accounts.roles'), cell: ({ roles }) => roles.map(roleName).join(', ') },
      { key: 'state', header: t('accounts.state'), cell: ({ isActive }) => <Tag tone={isActive ? 'success' : 'neutral'}>{t(isActive ? 'accounts.isActive' : 'accounts.isClosed')}</Tag> },
      { key: 'change', header: t('accounts.change'), align: 'end', cell: (user) => user.actions.includes('change') && <Button kind="quiet" icon="edit" iconOnly onClick={() => onChange(user)}>{t('accounts.changeOne', { name: user.name })}</Button> },
    ]} />
  )
}

/** Who can sign in, and in which roles. */
export function UsersPage() {
  const t = useText('identity')
  const [{ who }, show] = useFilters(Shown)
  const [text, setText] = useState('')
  const [edited, setEdited] = useState<User | 'new'>()
  const query = useApi('identity.listAccounts', { text, participants: who === 'participants' }, { keep: true })
  const close = (): void => setEdited(undefined)
  const roles = roleNames.filter((role) => (role === 'participant') === (who === 'participants'))
  return (
    <>
      <PageHeader title={t('accounts.title')} description={t('accounts.lead')} actions={query.data?.actions.includes('add') && who === 'staff' && <Button kind="primary" icon="plus" onClick={() => setEdited('new')}>{t('accounts.add')}</Button>} />
      <Tabs label={t('accounts.title')} value={who} onChange={(next) => show(Shown.parse({ who: next }))} tabs={(['staff', 'participants'] as const).map((one) => ({ value: one, label: t(`accounts.${one}`), content: (
        <Section title={t(`accounts.${one}`)} count={query.data?.rows.length}>
          <SearchField label={t('accounts.search')} placeholder={t('accounts.search')} value={text} onChange={setText} />
          <Loaded query={query} rows={8}>{({ rows }) => <Users rows={rows} onChange={setEdited} />}</Loaded>
        </Section>
      ) }))} />
      <Drawer open={edited !== undefined} onClose={close} title={t(edited === 'new' ? 'accounts.add' : 'accounts.change')}>
        {edited !== undefined && <UserForm user={edited === 'new' ? undefined : query.data?.rows.find(({ id }) => id === edited.id) ?? edited} roles={roles} issuer={query.data?.rows[0]?.issuer} onClose={close} />}
      </Drawer>
    </>
  )
}
