import { createElement, Suspense, useState } from 'react'
import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useFindText, useRefusalText, useText } from '#web/i18n.tsx'
import { usePanels } from '#web/panels.ts'
import { useFilters, usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Employer } from '../employer.schema.ts'
import { isOpen } from '../request.core.ts'
import { EmployerOverview } from './EmployerOverview.tsx'
import { EmployerStatusTag } from './EmployerStatusTag.tsx'
import { InitiativesSection } from './InitiativesSection.tsx'
import { NeedsSection } from './NeedsSection.tsx'
import { NoteRequestDialog } from './NoteRequestDialog.tsx'
import { RequestsSection } from './RequestsSection.tsx'

const Address = z.object({ tab: z.enum(['overview', 'needs', 'requests', 'initiatives']).default('overview') })

/** One employer: what the register says, what we have agreed, who has asked, and what waits for an answer. */
export function EmployerPage() {
  const employer = useApi('employers.getEmployer', { employerId: usePathParam('id') })
  return <Loaded query={employer} rows={10}>{(data) => <EmployerView employer={data} />}</Loaded>
}

function EmployerView({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const textOf = useRefusalText()
  const [{ tab }, change] = useFilters(Address)
  const [noting, setNoting] = useState(false)
  const may = (action: Employer['actions'][number]): boolean => employer.actions.includes(action)
  const tabs = [
    { value: 'overview', label: t('tab.overview'), content: <EmployerOverview employer={employer}><EmployerPanels id={employer.id} /></EmployerOverview> },
    { value: 'needs', label: t('tab.needs'), count: employer.needs.length, content: <NeedsSection employer={employer} /> },
    { value: 'requests', label: t('tab.requests'), count: employer.requests.filter(isOpen).length, content: <RequestsSection employer={employer} onNote={() => setNoting(true)} /> },
    { value: 'initiatives', label: t('tab.initiatives'), count: employer.initiatives.filter(({ outcome }) => outcome === 'open').length, content: <InitiativesSection employer={employer} /> },
  ]
  return (
    <>
      <PageHeader title={employer.name} heading={<bdi>{employer.name}</bdi>} crumbs={[{ label: t('list.title'), to: '/employers' }, ...(employer.parent ? [{ label: <bdi>{employer.parent.name}</bdi>, to: `/employers/${employer.parent.id}` }] : [])]}
        facts={<><Tag>{t(`kind.${employer.kind}`)}</Tag><EmployerStatusTag status={employer.status} /></>}
        actions={<>
          {may('noteRequest') && <Button kind="primary" icon="phone" onClick={() => setNoting(true)}>{t('request.note')}</Button>}
          <LinkButton icon="print" to={`/employers/${employer.id}/guide`}>{t('needs.guide')}</LinkButton>
        </>} />
      {employer.agreementRefusals.length > 0 && (
        <Notice tone={employer.status === 'active' ? 'info' : 'warning'} title={t('agreement.no')}>{employer.agreementRefusals.map((refusal) => <p key={refusal.code}>{textOf(refusal)}</p>)}</Notice>
      )}
      <Tabs label={t('page.tabs')} tabs={tabs} value={tab} onChange={(value) => change({ tab: Address.shape.tab.parse(value) })} />
      <NoteRequestDialog employer={noting ? employer : undefined} onClose={() => setNoting(false)} />
    </>
  )
}

/** What other slices know of this employer. */
function EmployerPanels({ id }: { id: string }) {
  const text = useFindText()
  return usePanels('employer').map((panel) => (
    <Section key={panel.id} title={text(panel.title, panel.slice) ?? panel.title}><Suspense fallback={<Loading rows={3} />}>{createElement(panel.component, { id })}</Suspense></Section>
  ))
}
