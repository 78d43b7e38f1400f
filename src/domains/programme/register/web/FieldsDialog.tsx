import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { RegisterField, RegisterRow } from '../register.schema.ts'
import { SECTIONS } from '../register.schema.ts'

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Every field of one person as the register will want it, section by section; what is missing says so, with its day. */
export function FieldsDialog({ row, onClose }: { row: RegisterRow; onClose: () => void }) {
  const t = useText('register')
  const { formatDate } = useFormat()
  const query = useApi('programme.getRegisterFields', { personId: row.personId })
  const shown = ({ value, dueBy }: RegisterField) => (value === null ? <><Tag tone="warning">{t('missing')}</Tag>{dueBy !== null && ` ${t('dueBy', { date: formatDate(dueBy) })}`}</> : isDay(value) ? formatDate(value) : value)
  return (
    <Dialog open onClose={onClose} title={row.name} wide actions={<LinkButton to={`/people/${row.personId}`}>{t('toPerson')}</LinkButton>}>
      <Loaded query={query} rows={6}>{({ fields }) => <>{SECTIONS.filter((section) => fields.some((one) => one.section === section)).map((section) => (
        <section key={section}><h3>{t(`section.${section}`)} <small>{t('section', { section })}</small></h3>
          <DefinitionList columns={2} facts={fields.filter((one) => one.section === section).map((one) => ({ term: t(`field.${one.name}`), value: shown(one) }))} /></section>))}</>}</Loaded>
    </Dialog>
  )
}
