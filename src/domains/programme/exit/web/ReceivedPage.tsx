import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { HandOver } from '../hand-over.schema.ts'
import { ConfirmCaseDialog } from './HandOverDialogs.tsx'
import { HandOverNote } from './HandOverNote.tsx'
import { handOverTones } from './words.ts'
import './exit.css'

/** What has been handed over to the one signed in: read it, and answer with a case. */
export function ReceivedPage() {
  const t = useText('exit')
  const { formatMoment } = useFormat()
  const query = useApi('programme.listReceivedHandOvers', {})
  const [open, setOpen] = useState<{ what: 'read' | 'confirm'; handOver: HandOver }>()
  return (
    <>
      <PageHeader title={t('received.title')} description={t('received.help')} />
      <Loaded query={query} rows={4}>{({ handOvers }) => handOvers.length === 0 ? <EmptyState title={t('received.empty')}>{t('received.emptyHelp')}</EmptyState> : (
        <Section title={t('received.list')} count={handOvers.length}>
          <ul className="contacts">{handOvers.map((one) => (
            <li key={one.id} className="contact">
              <div className="contact__what"><strong><bdi>{one.content.name}</bdi></strong> <Tag tone={handOverTones[one.state]}>{t(`handOver.state.${one.state}`)}</Tag>
                <p>{one.sentAt && t('received.sent', { date: formatMoment(one.sentAt), name: one.writtenByName ?? '' })}{one.caseNumber !== null && ` · ${t('handOver.case', { number: one.caseNumber, worker: one.caseWorker ?? '' })}`}</p></div>
              <div className="cluster"><Button onClick={() => setOpen({ what: 'read', handOver: one })}>{t('handOver.read')}</Button>
                {one.actions.includes('confirm') && <Button kind="primary" onClick={() => setOpen({ what: 'confirm', handOver: one })}>{t('handOver.confirm')}</Button>}</div>
            </li>))}</ul>
        </Section>)}</Loaded>
      {open?.what === 'read' && <HandOverNote handOver={open.handOver} onClose={() => setOpen(undefined)} />}
      {open?.what === 'confirm' && <ConfirmCaseDialog handOver={open.handOver} by="receiver" onClose={() => setOpen(undefined)} />}
    </>
  )
}
