import { useState } from 'react'
import { fileAddress, useApi } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { HandOver } from '../hand-over.schema.ts'
import { ConfirmCaseDialog, SendHandOverDialog, WriteHandOverDialog } from './HandOverDialogs.tsx'
import { HandOverNote } from './HandOverNote.tsx'
import { handOverTones } from './words.ts'

type Doing = { what: 'write' | 'send' | 'confirm' | 'read'; handOver?: HandOver }

function Row({ handOver, onDo }: { handOver: HandOver; onDo: (what: Doing['what']) => void }) {
  const t = useText('exit')
  const { formatDate } = useFormat()
  const to = handOver.receiverName === null ? handOver.receiverUnit : `${handOver.receiverUnit}, ${handOver.receiverName}`
  return (
    <li className="contact">
      <div className="contact__what">
        <strong>{t(`receiver.${handOver.receiver}`)}: <bdi>{to}</bdi></strong> <Tag tone={handOverTones[handOver.state]}>{t(`handOver.state.${handOver.state}`)}</Tag>
        <p>{t('handOver.written', { date: formatDate(handOver.writtenOn), name: handOver.writtenByName ?? '' })}{handOver.caseNumber !== null && ` · ${t('handOver.case', { number: handOver.caseNumber, worker: handOver.caseWorker ?? '' })}`}</p>
      </div>
      <div className="cluster">
        <Button kind="quiet" onClick={() => onDo('read')}>{t('handOver.read')}</Button>
        {handOver.actions.includes('change') && <Button icon="edit" onClick={() => onDo('write')}>{t('handOver.change')}</Button>}
        {handOver.actions.includes('send') && <Button kind="primary" onClick={() => onDo('send')}>{t('handOver.send')}</Button>}
        {handOver.actions.includes('confirm') && <Button onClick={() => onDo('confirm')}>{t('handOver.confirm')}</Button>}
      </div>
    </li>
  )
}

/** To whom she is handed over, whether there is a case and who has it. */
export function HandOversSection({ personId }: { personId: string }) {
  const t = useText('exit')
  const query = useApi('programme.listHandOvers', { personId })
  const [doing, setDoing] = useState<Doing>()
  const { locale } = useLocale()
  const close = (): void => setDoing(undefined)
  return (
    <Section title={t('handOver.title')} description={t('handOver.help')} actions={<Button icon="plus" onClick={() => setDoing({ what: 'write' })}>{t('handOver.write')}</Button>}>
      <Loaded query={query} rows={2}>{({ handOvers, receivers }) => <>
        {handOvers.length === 0 ? <EmptyState title={t('handOver.empty')}>{t('handOver.emptyHelp')}</EmptyState>
          : <ul className="contacts">{handOvers.map((one) => <Row key={one.id} handOver={one} onDo={(what) => setDoing({ what, handOver: one })} />)}</ul>}
        {doing?.what === 'write' && <WriteHandOverDialog personId={personId} handOver={doing.handOver} receivers={receivers} onClose={close} />}
        {doing?.what === 'send' && doing.handOver && <SendHandOverDialog handOver={doing.handOver} onClose={close} />}
        {doing?.what === 'confirm' && doing.handOver && <ConfirmCaseDialog handOver={doing.handOver} by="adviser" onClose={close} />}
        {doing?.what === 'read' && doing.handOver && <HandOverNote handOver={doing.handOver} onClose={close}><a className="ds-button" data-variant="secondary" href={fileAddress('programme.getHandOverPaper', { id: doing.handOver.id, locale: locale === 'nn' ? 'nn' : 'nb' })} download>{t('handOver.paper')}</a></HandOverNote>}
      </>}</Loaded>
    </Section>
  )
}
