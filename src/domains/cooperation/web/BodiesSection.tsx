import { useFindText, useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { DivisionPage, Shown } from './words.ts'
import { useContactText } from './words.ts'

/** The bodies with whom to turn to in each, and which roles here belong to them. */
export function BodiesSection({ page, shown }: { page: DivisionPage; shown: Shown }) {
  const t = useText('cooperation')
  const find = useFindText()
  const contactText = useContactText(page.names)
  const none = <span className="unknown">{t('contact.none')}</span>
  return (
    <Section title={t('bodies.title')} count={shown.content.bodies.length}>
      <Table caption={t('bodies.title')} hideCaption rows={shown.content.bodies} rowKey={({ key }) => key} columns={[
        { key: 'name', header: t('bodies.name'), names: true, cell: ({ name }) => name },
        { key: 'contact', header: t('bodies.contact'), cell: ({ contact }) => contactText(contact) ?? none },
        { key: 'standIn', header: t('bodies.standIn'), cell: ({ standIn }) => contactText(standIn) ?? none },
        { key: 'roles', header: t('bodies.roles'), cell: ({ roles }) => (roles.length === 0 ? '–' : roles.map((role) => find(`role.${role}`, 'identity') ?? role).join(', ')) },
      ]} />
    </Section>
  )
}
