import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { OccupationNames } from '#web/OccupationsField.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { Employer } from '../employer.schema.ts'
import type { Need } from '../need.schema.ts'
import { needGuide } from '../need.schema.ts'

/** What the employer needs, newest talk first (EMP-01). */
export function NeedsSection({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const mayWrite = employer.actions.includes('writeNeed')
  const write = mayWrite && <LinkButton kind="primary" icon="plus" to={`/employers/${employer.id}/need/${newId()}`}>{t('needs.write')}</LinkButton>
  return (
    <div className="stack">
      <Section plain title={t('needs.title')} count={employer.needs.length} description={t('needs.description')} actions={write}>
        {employer.needs.length === 0 && <EmptyState title={t('needs.empty')} action={<LinkButton icon="print" to={`/employers/${employer.id}/guide`}>{t('needs.guide')}</LinkButton>}>{t('needs.emptyHelp')}</EmptyState>}
      </Section>
      {employer.needs.map((need) => <NeedCard key={need.id} need={need} employerId={employer.id} mayWrite={mayWrite} />)}
    </div>
  )
}

function NeedCard({ need, employerId, mayWrite }: { need: Need; employerId: string; mayWrite: boolean }) {
  const t = useText('employers')
  const { formatDate, formatNumber } = useFormat()
  const confirm = useCommand('employers.confirmNeed', { refreshes: ['employers.getEmployer', 'employers.listEmployers'], success: t('needs.confirmDone') })
  const { id, version, answers } = need
  const facts = needGuide.flatMap(({ questions }) => questions).flatMap((question) => {
    const answer = answers[question]
    return answer === null ? [] : [{ term: t(`need.${question}`), value: typeof answer === 'number' ? formatNumber(answer) : answer }]
  })
  return (
    <Section title={t('needs.by', { channel: t(`channel.${need.channel}`), day: formatDate(need.talkedOn), name: need.by })} description={t('needs.confirmed', { day: formatDate(need.confirmedOn) })}
      actions={mayWrite && <>
        <Button icon="check" pending={confirm.pending} onClick={() => { void confirm.run({ id, version }) }}>{t('needs.confirm')}</Button>
        <LinkButton kind="quiet" icon="edit" to={`/employers/${employerId}/need/${id}`}>{t('needs.change')}</LinkButton>
      </>}>
      <DefinitionList facts={answers.occupationCodes.length === 0 ? facts : [{ term: t('need.occupationCodes'), value: <OccupationNames codes={answers.occupationCodes} /> }, ...facts]} columns={2} />
    </Section>
  )
}
