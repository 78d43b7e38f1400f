import { useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { contactsOf } from '../division.core.ts'
import type { DivisionPage, Shown } from './words.ts'
import { useContactText } from './words.ts'

/** Every duty with who answers for it, who takes part, who is told, and whom to ring. */
export function DutiesSection({ page, shown }: { page: DivisionPage; shown: Shown }) {
  const t = useText('cooperation')
  const contactText = useContactText(page.names)
  const { bodies, duties } = shown.content
  const nameOf = (key: string): string => bodies.find((one) => one.key === key)?.name ?? key
  const list = (keys: readonly string[]) => (keys.length === 0 ? '–' : keys.map(nameOf).join(', '))
  return (
    <Section title={t('duties.title')} count={duties.length} description={t('duties.help')}>
      <Table caption={t('duties.title')} hideCaption rows={duties} rowKey={({ id }) => id} columns={[
        { key: 'duty', header: t('column.duty'), names: true, cell: (duty) => <>{duty.name}{duty.phase !== 'any' && <> <Tag tone="info">{t(`phase.${duty.phase}`)}</Tag></>}{duty.note !== null && <p className="division-note">{duty.note}</p>}</> },
        { key: 'responsible', header: t('column.responsible'), cell: (duty) => (duty.responsible === null ? <Tag tone="warning">{t('nobody')}</Tag> : <strong>{nameOf(duty.responsible)}</strong>) },
        { key: 'takesPart', header: t('column.takesPart'), cell: (duty) => list(duty.takesPart) },
        { key: 'told', header: t('column.told'), cell: (duty) => list(duty.told) },
        { key: 'contact', header: t('column.contact'), cell: (duty) => {
          const { contact, standIn } = contactsOf(duty, bodies)
          const instead = contactText(standIn)
          return <div className="division-contact">{contactText(contact) ?? '–'}{instead !== undefined && <><br /><small>{t('paper.standIn', { name: instead })}</small></>}</div>
        } },
      ]} />
    </Section>
  )
}
