import { fold } from '#shared/text.ts'
import { useState } from 'react'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { CertaintyTag } from './CertaintyTag.tsx'
import { ruleAddress } from './rule-address.ts'
import './what-if.css'

type Rule = Output<'rules.list'>['rules'][number]

/** Rules under the topic they belong to, in the order they came. */
function byTopic(rules: readonly Rule[]): { topic: string; title: string; rules: Rule[] }[] {
  const topics = new Map<string, { topic: string; title: string; rules: Rule[] }>()
  for (const rule of rules) {
    const one = topics.get(rule.topic) ?? { topic: rule.topic, title: rule.topicTitle, rules: [] }
    one.rules.push(rule)
    topics.set(rule.topic, one)
  }
  return [...topics.values()]
}

function RuleCard({ rule }: { rule: Rule }) {
  return (
    <li className="rule-card">
      <p className="rule-card__title"><Link to={ruleAddress(rule.name)}>{rule.title}</Link></p>
      <p className="rule-quiet">{rule.about}</p>
      <p className="cluster"><CertaintyTag certainty={rule.certainty} /><span className="rule-quiet">{rule.sources[0]?.text}</span></p>
    </li>
  )
}

/** Every rule by topic, to find the one to ask. */
export function RulesPage() {
  const t = useText('what-if')
  const { locale } = useLocale()
  const { formatDate } = useFormat()
  const [typed, setTyped] = useState('')
  const query = useApi('rules.list', { locale })
  const fits = (rule: Rule): boolean => fold(`${rule.title} ${rule.about} ${rule.topicTitle} ${rule.sources.map(({ text }) => text).join(' ')}`).includes(fold(typed))
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.lead')} actions={<LinkButton to="/rules/settings">{t('list.settings')}</LinkButton>} />
      <SearchField label={t('list.search')} placeholder={t('list.search')} value={typed} onChange={setTyped} />
      <Loaded query={query} rows={10}>{({ rules, lawAsOf }) => {
        const found = byTopic(rules.filter(fits))
        return <div className="rule-list">
          <p className="rule-quiet" role="status">{t('list.found', { count: rules.filter(fits).length, day: formatDate(lawAsOf, 'long') })}</p>
          {found.length === 0 && <EmptyState title={t('list.none')}>{t('list.noneHelp')}</EmptyState>}
          {found.map((one) => <Section key={one.topic} title={one.title} count={one.rules.length}><ul className="rule-cards">{one.rules.map((rule) => <RuleCard key={rule.name} rule={rule} />)}</ul></Section>)}
        </div>
      }}</Loaded>
    </>
  )
}
