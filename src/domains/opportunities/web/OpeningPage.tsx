import { createElement, Suspense, useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { usePanels } from '#web/panels.ts'
import { usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Opening } from '../opening.schema.ts'
import { AdvertText } from './AdvertText.tsx'
import { DemandList } from './DemandList.tsx'
import { KindsOfPlacement } from './KindsOfPlacement.tsx'
import { OpeningFacts } from './OpeningFacts.tsx'
import { OpeningStateTag } from './OpeningStateTag.tsx'
import { WarningNotice } from './WarningNotice.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** One practice place or vacancy: what it asks, drawn; what it is; for whom it has been taken up. */
export function OpeningPage() {
  const opening = useApi('opportunities.getOpening', { openingId: usePathParam('id') })
  return <Loaded query={opening} rows={10}>{(data) => <OpeningView opening={data} />}</Loaded>
}

function OpeningView({ opening }: { opening: Opening }) {
  const t = useText('opportunities')
  return (
    <>
      <PageHeader title={opening.title} crumbs={[{ label: t('list.title'), to: '/openings' }]}
        description={opening.employerName && <bdi>{opening.employerName}</bdi>}
        facts={<>
          <Tag>{t(`kind.${opening.kind}`)}</Tag><OpeningStateTag state={opening.state} />{opening.source === 'nav' && <Tag tone="info">{t('source.nav')}</Tag>}
          {opening.daysLeft !== null && opening.state === 'open' && <Tag tone={opening.daysLeft < 4 ? 'warning' : 'neutral'}>{t('daysLeft', { count: opening.daysLeft })}</Tag>}
        </>}
        actions={<OpeningActions opening={opening} />} />
      <div className="stack">
        <StateNotice opening={opening} />
        {opening.actions.includes('change') && <WarningNotice warnings={opening.warnings} />}
        <div className="split"><DemandList opening={opening} /><OpeningFacts opening={opening} /></div>
        {opening.advertHtml !== null && <AdvertText html={opening.advertHtml} link={opening.link} />}
        {opening.proposed.length > 0 && (
          <Section title={t('facts.proposed')} count={opening.proposedCount}>
            <ul>{opening.proposed.map(({ presentationId, personId, name }) => <li key={presentationId}><PersonName name={name} to={`/people/${personId}`} /></li>)}</ul>
          </Section>
        )}
        {opening.kind === 'practice_place' && <KindsOfPlacement />}
        <OpeningPanels id={opening.id} />
      </div>
    </>
  )
}

function StateNotice({ opening }: { opening: Opening }) {
  const t = useText('opportunities')
  const { formatMoment } = useFormat()
  if (opening.state === 'expired' && opening.source === 'nav') return <Notice tone="warning">{t('page.expiredAdvert')}</Notice>
  if (opening.withdrawnAt === null) return null
  return <Notice tone="warning" title={t('page.withdrawn', { when: formatMoment(opening.withdrawnAt) })}>{opening.withdrawnReason === 'nav' ? t('page.withdrawnByNav') : opening.withdrawnReason}</Notice>
}

function OpeningActions({ opening: { id, version, actions, ...opening } }: { opening: Opening }) {
  const t = useText('opportunities')
  const [withdrawing, setWithdrawing] = useState(false)
  const reopen = useCommand('opportunities.reopenOpening', { refreshes: ['opportunities.getOpening', 'opportunities.listOpenings'], success: t('page.reopened') })
  return (
    <>
      {actions.includes('change') && <LinkButton icon="edit" to={`/openings/${id}/edit`}>{t('page.change')}</LinkButton>}
      {actions.includes('withdraw') && <Button kind="quiet" onClick={() => setWithdrawing(true)}>{t('page.withdraw')}</Button>}
      {actions.includes('reopen') && <Button kind="primary" pending={reopen.pending} onClick={() => { void reopen.run({ id, version }) }}>{t('page.reopen')}</Button>}
      <WithdrawDialog opening={{ id, version, proposedCount: opening.proposedCount, isOpenToParticipants: opening.isOpenToParticipants }} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </>
  )
}

/** What other slices know of this opening. */
function OpeningPanels({ id }: { id: string }) {
  const text = useFindText()
  return usePanels('opening').map((panel) => (
    <Section key={panel.id} title={text(panel.title, panel.slice) ?? panel.title}><Suspense fallback={<Loading rows={3} />}>{createElement(panel.component, { id })}</Suspense></Section>
  ))
}
