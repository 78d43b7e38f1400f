import { useState } from 'react'
import { z } from 'zod'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TalkKind } from '../template/template.schema.ts'
import './talks.css'
import { TemplateForm } from './TemplateForm.tsx'

type Template = Output<'programme.getTalkTemplates'>['templates'][number]
const Chosen = z.object({ kind: TalkKind.catch('qualification_interview').default('qualification_interview') })

/** One template to read, with where each answer belongs. */
function TemplateView({ template, onEdit }: { template: Template; onEdit: () => void }) {
  const t = useText('talks')
  const { formatMoment } = useFormat()
  const version = template.revision === 0 ? t('templates.ours') : t('templates.revision', { revision: template.revision, name: template.savedBy ?? '', date: template.savedAt ? formatMoment(template.savedAt) : '' })
  return (
    <Section title={t(`kind.${template.kind}`)} description={`${t(`kind.${template.kind}.help`)} ${version}`} actions={<Button icon="edit" onClick={onEdit}>{t(template.revision === 0 ? 'templates.copy' : 'templates.edit')}</Button>}>
      <ol className="talk-template">{template.points.map((point, at) => (
        <li key={point.id}>
          <p className="talk-template__head"><span><strong>{at + 1}. {point.heading}</strong></span><Tag tone={point.belongs === 'note' ? 'neutral' : 'info'}>{t(`place.${point.belongs}`)}</Tag></p>
          {point.prompt !== '' && <p className="section__description">{point.prompt}</p>}
          {point.asked.no !== null && <p>«{point.asked.no}»</p>}
        </li>))}</ol>
    </Section>
  )
}

function One({ template }: { template: Template }) {
  const [editing, setEditing] = useState(false)
  return editing ? <TemplateForm template={template} onDone={() => setEditing(false)} /> : <TemplateView template={template} onEdit={() => setEditing(true)} />
}

/** The municipality's templates for talks: ours until one is changed. */
export function TemplatesPage() {
  const t = useText('talks')
  const plan = useText('plan')
  const [{ kind }, choose] = useFilters(Chosen)
  const query = useApi('programme.getTalkTemplates', {})
  return (
    <>
      <PageHeader title={t('templates.title')} description={t('templates.help')} crumbs={[{ label: plan('settings.title'), to: '/admin/plans' }]} />
      <div className="talk-templates">
        <Notice tone="info" title={t('templates.never')}>{t('templates.neverHelp')}</Notice>
        <Loaded query={query} rows={8}>{({ templates }) => (
          <Tabs label={t('templates.title')} value={kind} onChange={(next) => choose({ kind: TalkKind.parse(next) })} tabs={templates.map((one) => ({ value: one.kind, label: t(`kind.${one.kind}`), content: <One key={`${one.kind}-${one.revision}`} template={one} /> }))} />)}</Loaded>
      </div>
    </>
  )
}
