import { useText } from '#web/i18n.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Contact } from '../division.schema.ts'

export type Colleague = { id: string; name: string; roles: readonly string[] }
export type Contacts = { contact?: Partial<Contact>; standIn?: Partial<Contact> }
type Props = { value: Contacts; onChange: (next: { contact?: Contact; standIn?: Contact }) => void; colleagues: readonly Colleague[]; /** Roles whose holders come first. */ roles: readonly string[] }

const whole = (contact: Partial<Contact> | undefined): Contact => ({ accountId: contact?.accountId ?? null, text: contact?.text ?? null })

/** Whom to turn to and who stands in: a colleague with an account, or a name and a telephone. */
export function ContactFields({ value, onChange, colleagues, roles }: Props) {
  const t = useText('cooperation')
  const near = (one: Colleague): number => (one.roles.some((role) => roles.includes(role)) ? 0 : 1)
  const options = [...colleagues].sort((a, b) => near(a) - near(b)).map(({ id, name }) => ({ value: id, label: name }))
  const [contact, standIn] = [whole(value.contact), whole(value.standIn)]
  return (
    <div className="division-edit__row">
      <Combobox label={t('edit.contactAccount')} value={contact.accountId} options={options} onChange={(accountId) => onChange({ contact: { ...contact, accountId: accountId ?? null } })} optional />
      <TextField label={t('edit.contactText')} value={contact.text} onChange={(text) => onChange({ contact: { ...contact, text: text ?? null } })} optional />
      <Combobox label={t('edit.standInAccount')} value={standIn.accountId} options={options} onChange={(accountId) => onChange({ standIn: { ...standIn, accountId: accountId ?? null } })} optional />
      <TextField label={t('edit.standInText')} value={standIn.text} onChange={(text) => onChange({ standIn: { ...standIn, text: text ?? null } })} optional />
    </div>
  )
}
