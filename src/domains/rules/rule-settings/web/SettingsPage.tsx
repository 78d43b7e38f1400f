import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { useFilters } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { ChoicesSection } from './ChoicesSection.tsx'
import { EnactedSection } from './EnactedSection.tsx'
import type { May, Settings } from './settings.ts'
import { ValuesSection } from './ValuesSection.tsx'
import './rule-settings.css'

const Shown = z.object({ part: z.enum(['values', 'choices', 'enacted']).default('values') })

/** Figures that are or will be missing, with the day: what the administrator is to find first. */
function MissingNotice({ missing }: Pick<Settings, 'missing'>) {
  const t = useText('rule-settings')
  const { formatDate } = useFormat()
  const { today } = useMe()
  if (missing.length === 0) return null
  return (
    <Notice tone="warning" title={t('missing.title', { count: missing.length })}>
      <ul>{missing.map(({ name, label, on }) => <li key={name}>{on <= today ? t('missing.now', { label }) : t('missing.one', { label, day: formatDate(on, 'long') })}</li>)}</ul>
      <p>{t('missing.help')}</p>
    </Notice>
  )
}

/** What the municipality itself says about the rules: rates, readings of what is open, and what has come into force. */
export function SettingsPage() {
  const t = useText('rule-settings')
  const { locale } = useLocale()
  const { formatDate } = useFormat()
  const [{ part }, show] = useFilters(Shown)
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} crumbs={[{ label: t('rules'), to: '/rules' }]} actions={<LinkButton to="/rules">{t('rules')}</LinkButton>} />
      <Loaded query={useApi('rules.listSettings', { locale })} rows={10}>{(settings) => {
        const may: May = (action) => settings.actions.includes(action)
        const unset = settings.choices.filter(({ chosen }) => chosen === null).length
        return <div className="settings-page">
          <MissingNotice missing={settings.missing} />
          <p className="setting-quiet">{t(settings.actions.length > 0 ? 'asOf' : 'readOnly', { day: formatDate(settings.lawAsOf, 'long') })}</p>
          <Tabs label={t('title')} value={part} onChange={(next) => show(Shown.parse({ part: next }))} tabs={[
            { value: 'values', label: t('values.title'), content: <ValuesSection values={settings.values} may={may} /> },
            { value: 'choices', label: t('choices.title'), count: unset, content: <ChoicesSection choices={settings.choices} may={may} /> },
            { value: 'enacted', label: t('enacted.title'), content: <EnactedSection enacted={settings.enacted} may={may} /> },
          ]} />
        </div>
      }}</Loaded>
    </>
  )
}
