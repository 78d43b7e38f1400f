import { createElement, Suspense, useState } from 'react'
import { fileAddress, useApi } from '#web/api.ts'
import { useFindText, useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { usePanels } from '#web/panels.ts'
import { usePathParam } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { AgreementForm } from './AgreementForm.tsx'
import { AgreementMenu } from './AgreementMenu.tsx'
import { ApprovalsSection } from './ApprovalsSection.tsx'
import type { Agreement } from './agreementShown.ts'
import { DocumentPreview } from './DocumentPreview.tsx'
import { HistorySection } from './HistorySection.tsx'
import { paperLocale, stateTones } from './words.ts'
import './placements.css'

/** One agreement on one page: what it says, what is missing, who has said yes, and what has been changed. */
export function AgreementPage() {
  const query = useApi('placements.getAgreement', { agreementId: usePathParam('id') })
  return <Loaded query={query} rows={12}>{(agreement) => <AgreementView key={agreement.id} agreement={agreement} />}</Loaded>
}

function AgreementView({ agreement }: { agreement: Agreement }) {
  const t = useText('placements')
  const [changing, setChanging] = useState(false)
  const isDraft = agreement.state === 'draft'
  const runs = agreement.state === 'in_progress' || agreement.state === 'ended'
  const mayChange = agreement.actions.includes('change')
  const showsForm = mayChange && (isDraft || changing)
  return (
    <>
      <PageHeader title={`${t(`kind.${agreement.kind}`)}: ${agreement.person.name}`} heading={<>{t(`kind.${agreement.kind}`)}: <bdi>{agreement.person.name}</bdi></>}
        crumbs={[{ label: t('list.title'), to: '/placements' }]} description={t(`kind.${agreement.kind}.what`)} facts={<Tag tone={stateTones[agreement.state]}>{t(`state.${agreement.state}`)}</Tag>}
        actions={<>
          {mayChange && !isDraft && !changing && <Button icon="edit" onClick={() => setChanging(true)}>{t('action.change')}</Button>}
          <Button icon="file" onClick={() => { location.assign(fileAddress('placements.getDocument', { agreementId: agreement.id, locale: paperLocale(agreement.person.contactLocale) })) }}>{t('page.pdf')}</Button>
          <AgreementMenu agreement={agreement} />
        </>} />
      <Notices agreement={agreement} changing={changing} />
      <Parties agreement={agreement} />
      {showsForm ? <AgreementForm agreement={agreement} onDone={() => setChanging(false)} onCancel={isDraft ? undefined : () => setChanging(false)} /> : null}
      {runs && <Panels id={agreement.id} />}
      <ApprovalsSection agreement={agreement} />
      <DocumentPreview agreement={agreement} startsOpen={agreement.state === 'waiting' && !changing} />
      {!runs && !isDraft && <Panels id={agreement.id} />}
      <HistorySection agreement={agreement} />
    </>
  )
}

/** What one should know first: why it cannot be agreed, what to think of, and that a change asks for a new yes. */
function Notices({ agreement, changing }: { agreement: Agreement; changing: boolean }) {
  const t = useText('placements')
  const { formatDate } = useFormat()
  const textOf = useRefusalText()
  const { state, endReason, endedOn, cancelReason } = agreement
  const hasApprovals = agreement.approvals.some(({ withdrawnAt }) => withdrawnAt === null)
  const warningText = (one: Agreement['warnings'][number]): string =>
    textOf({ ...one, params: one.params && Object.fromEntries(Object.entries(one.params).map(([name, value]) => [name, name === 'day' ? formatDate(String(value)) : value])) })
  return (
    <>
      {state === 'cancelled' && cancelReason && <Notice tone="warning" title={t('state.cancelled')}><p>{t(`cancelReason.${cancelReason}`)}</p></Notice>}
      {state === 'ended' && endReason && <Notice title={t('ended.title', { day: endedOn ? formatDate(endedOn) : '' })}><p>{t(`endReason.${endReason}`)}</p></Notice>}
      {changing && hasApprovals && <Notice tone="warning" title={t('change.title')}><p>{t('change.text')}</p></Notice>}
      {agreement.obstacles.length > 0 && <Notice tone="danger" title={t('obstacles.title')}>{agreement.obstacles.map((one) => <p key={one.code}>{warningText(one)}</p>)}</Notice>}
      {agreement.warnings.length > 0 && <Notice tone="warning" title={t('warnings.title')}>{agreement.warnings.map((one) => <p key={one.code + String(one.params?.['employer'])}>{warningText(one)}</p>)}</Notice>}
    </>
  )
}

function Parties({ agreement: { person, employer, opening, isNavs } }: { agreement: Agreement }) {
  const t = useText('placements')
  return (
    <Section title={t('doc.parties')}>
      <DefinitionList columns={2} facts={[
        { term: t('party.participant'), value: <PersonName name={person.name} to={`/people/${person.id}`} protectedAddress={person.isProtected} /> },
        { term: t('party.employer'), value: <><Link to={`/employers/${employer.id}`}><bdi>{employer.name}</bdi></Link> <small>{employer.orgNumber} · {employer.address}</small></> },
        ...(opening ? [{ term: t('opening'), value: <Link to={`/openings/${opening.id}`}>{opening.title}</Link> }] : []),
      ]} />
      {isNavs && <p className="section__description">{t('navs.text')}</p>}
    </Section>
  )
}

/** Follow-up, evaluation and what else other slices know of this placement. */
function Panels({ id }: { id: string }) {
  const text = useFindText()
  return usePanels('placement').map((panel) => (
    <Suspense key={panel.id} fallback={<Section title={text(panel.title, panel.slice) ?? panel.title}><Loading rows={3} /></Section>}><div className="placement-panel">{createElement(panel.component, { id })}</div></Suspense>
  ))
}
