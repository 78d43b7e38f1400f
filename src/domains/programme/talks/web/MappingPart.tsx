import { useState } from 'react'
import { fileAddress, useCommand } from '#web/api.ts'
import { useFormat, useLocale, useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { MappingContent } from './MappingContent.tsx'
import { SendMappingDialog } from './SendMappingDialog.tsx'
import type { Guidance } from './words.ts'
import { showsGuidance } from './words.ts'

type Paper = Guidance['papers'][number]

function PaperItem({ paper, actions, onSend, onRewrite }: { paper: Paper; actions: Guidance['actions']; onSend: () => void; onRewrite: () => void }) {
  const t = useText('talks')
  const { formatDate } = useFormat()
  const { locale } = useLocale()
  const isSent = paper.sentOn !== null
  return (
    <li className="talk-item">
      <div>
        <p className="cluster"><strong>{t('mapping.number', { number: paper.number, date: formatDate(paper.madeOn) })}</strong><Tag tone={isSent ? 'success' : 'warning'}>{isSent && paper.sentOn !== null ? t('mapping.sentOn', { date: formatDate(paper.sentOn) }) : t('mapping.draft')}</Tag>{paper.isOutdated && <Tag tone="info">{t('mapping.outdated')}</Tag>}</p>
        {isSent && <p><small>{t('mapping.sentHow', { how: paper.sentHow === null ? '' : t(`sentHow.${paper.sentHow}`), receiver: paper.receiver ?? '', name: paper.sentBy ?? '' })} {paper.informedOn !== null && t('mapping.informed', { date: formatDate(paper.informedOn), how: paper.informedHow === null ? '' : t(`informedHow.${paper.informedHow}`) })}</small></p>}
        {paper.remark !== null && <p className="talk-quote" dir="auto">{paper.remark}</p>}
        <details><summary>{t('mapping.show')}</summary><MappingContent paper={paper} /></details>
      </div>
      <div className="cluster">
        <a className="ds-button" data-variant="tertiary" href={fileAddress('programme.getMappingPaper', { id: paper.id, locale: locale === 'nn' ? 'nn' : 'nb' })} download>{t('mapping.paper')}</a>
        {!isSent && paper.isOutdated && <Button onClick={onRewrite}>{t('mapping.rewrite')}</Button>}
        {!isSent && actions.includes('send') && <Button kind="primary" onClick={onSend}>{t('mapping.send')}</Button>}
      </div>
    </li>
  )
}

/** The mapping that is sent along: made from what is known, shown to her, and marked as sent. */
export function MappingPart({ guidance }: { guidance: Guidance }) {
  const t = useText('talks')
  const textOf = useRefusalText()
  const [sending, setSending] = useState<string>()
  const write = useCommand('programme.writeMapping', { refreshes: showsGuidance, success: t('mapping.written') })
  const { personId, papers, actions } = guidance
  const paper = papers.find(({ id }) => id === sending)
  const hasDraft = papers.some(({ sentOn }) => sentOn === null)
  return (
    <div className="stack">
      <h3>{t('mapping.title')}</h3>
      <p className="section__description">{t('mapping.help')}</p>
      {write.refusals.length > 0 && <Notice tone="warning" title={write.refusals.map((one) => textOf(one)).join(' ')} />}
      {papers.length > 0 && <ul className="talk-list">{papers.map((one) => <PaperItem key={one.id} paper={one} actions={actions} onSend={() => setSending(one.id)} onRewrite={() => { void write.run({ id: one.id, personId, version: one.version }) }} />)}</ul>}
      {hasDraft && !actions.includes('send') && <p>{t('mapping.orderFirst')}</p>}
      {actions.includes('write') && <div><Button icon="file" pending={write.pending} onClick={() => { void write.run({ id: newId(), personId }) }}>{t(papers.length === 0 ? 'mapping.write' : 'mapping.writeAgain')}</Button></div>}
      {paper && <SendMappingDialog paper={paper} receiver={guidance.step?.receiver ?? ''} onClose={() => setSending(undefined)} />}
    </div>
  )
}
