import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Contact, Employer } from '../employer.schema.ts'
import { SaveContactInput } from '../employer.schema.ts'
import './employers.css'

/** People at the employer: whom to ring, who signs, who supervises. */
export function ContactsSection({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const [changing, setChanging] = useState<Partial<Contact>>()
  const mayChange = employer.actions.includes('changeContacts')
  const close = (): void => setChanging(undefined)
  return (
    <Section title={t('contacts.title')} count={employer.contacts.length} actions={mayChange && <Button icon="plus" onClick={() => setChanging({})}>{t('contacts.add')}</Button>}>
      {employer.contacts.length === 0 && <EmptyState title={t('contacts.empty')}>{t('contacts.emptyHelp')}</EmptyState>}
      <ul className="contact-cards">
        {employer.contacts.map((contact) => (
          <li key={contact.id}>
            <div>
              <p className="contact-cards__name"><bdi>{contact.name}</bdi>{contact.title && <small> {contact.title}</small>}</p>
              <p className="cluster">
                {contact.phone && <a className="ds-link" href={`tel:${contact.phone.replace(/\s/g, '')}`}>{contact.phone}</a>}
                {contact.email && <a className="ds-link" href={`mailto:${contact.email}`}>{contact.email}</a>}
                {!contact.isActive && <Tag>{t('contacts.gone')}</Tag>}
                {contact.isSupervisor && contact.isActive && <Tag tone="info">{contact.supervisesAtOnce === null ? t('contacts.supervisor') : t('contacts.supervises', { count: contact.supervisesAtOnce })}</Tag>}
              </p>
            </div>
            {mayChange && <Button kind="quiet" icon="edit" iconOnly onClick={() => setChanging(contact)}>{t('contacts.change', { name: contact.name })}</Button>}
          </li>
        ))}
      </ul>
      <Dialog open={changing !== undefined} onClose={close} title={changing?.name ? t('contacts.change', { name: changing.name }) : t('contacts.add')}>
        {changing && <ContactForm employerId={employer.id} contact={changing} onClose={close} />}
      </Dialog>
    </Section>
  )
}

function ContactForm({ employerId, contact, onClose }: { employerId: string; contact: Partial<Contact>; onClose: () => void }) {
  const t = useText('employers')
  const [initial] = useState(() => ({ isActive: true, isSupervisor: false, ...contact, id: contact.id ?? newId(), employerId }))
  const save = useCommand('employers.saveContact', { refreshes: ['employers.getEmployer'], success: t('contact.saved'), onDone: onClose })
  return (
    <Form schema={SaveContactInput} initial={initial} onSubmit={save.run} refusals={save.refusals} pending={save.pending} submit={t('save')} onCancel={onClose} onReload={() => { void save.refresh() }}>
      {({ field, values }) => <>
        <TextField {...field('name', t('contact.name'))} />
        <TextField {...field('title', t('contact.title'))} />
        <TextField {...field('phone', t('contact.phone'))} type="tel" width="medium" />
        <TextField {...field('email', t('contact.email'))} type="email" />
        <Checkbox {...field('isSupervisor', t('contact.isSupervisor'))} />
        {values.isSupervisor && <NumberField {...field('supervisesAtOnce', t('contact.supervisesAtOnce'))} />}
        {contact.id !== undefined && <Checkbox {...field('isActive', t('contact.isActive'))} />}
      </>}
    </Form>
  )
}
