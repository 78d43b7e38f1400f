import { useApi, type Output } from './api.ts'
import { useText } from './i18n.tsx'
import { DefinitionList } from './ui/DefinitionList.tsx'
import { Notice } from './ui/Notice.tsx'

type WhoHas = Output<'cooperation.whoHasDuties'>['duties'][number]

/** Whom to turn to, in one line; empty where nobody is named. */
function useContactLine(): (one: WhoHas) => string {
  const t = useText('cooperation')
  const said = ({ name, text, isGone }: WhoHas['contact']): string => [name === null ? null : isGone ? t('contact.gone', { name }) : name, text].filter(Boolean).join(', ')
  return ({ contact, standIn }) => [said(contact) && t('who.contact', { name: said(contact) }), said(standIn) && t('who.standIn', { name: said(standIn) })].filter(Boolean).join(', ')
}

/** Duties with who has them, by the division of work that holds. */
export function WhoHasList({ duties }: { duties: readonly WhoHas[] }) {
  const t = useText('cooperation')
  const contactLine = useContactLine()
  return <DefinitionList columns={2} facts={duties.map((one) => ({ term: one.name ?? t(`duty.${one.kind}`),
    value: one.responsible === null ? <span className="unknown">{t('nobody')}</span> : <><strong>{one.responsible}</strong>{contactLine(one) !== '' && <><br />{contactLine(one)}</>}{one.note !== null && <><br /><small>{one.note}</small></>}</> }))} />
}

/** Before another request is noted: that by the division of work somebody else rings first. It forbids nothing. */
export function OtherRingsNotice({ askedBy }: { askedBy: string | undefined }) {
  const t = useText('cooperation')
  const contactLine = useContactLine()
  const first = useApi('cooperation.whoHasDuties', { kinds: ['ring_first'] }).data?.duties[0]
  if (first?.responsible === undefined || first.responsible === null || first.askedBy === null || first.askedBy === askedBy) return null
  return <Notice title={t('who.other', { body: first.responsible })}><p>{t('who.otherHelp', { contact: contactLine(first) })}</p><p>{t('who.otherNote')}</p></Notice>
}
