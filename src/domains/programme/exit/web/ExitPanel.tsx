import { useState } from 'react'
import { fileAddress, useApi } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { daysBetween, PlainDate } from '#shared/date.ts'
import type { Exit } from '../exit.schema.ts'
import { EndDialog } from './EndDialog.tsx'
import { ExitSteps } from './ExitSteps.tsx'
import { HandOversSection } from './HandOversSection.tsx'
import { LaterSection } from './LaterSection.tsx'
import './exit.css'

function Standing({ exit }: { exit: Exit }) {
  const t = useText('exit')
  const { formatDate } = useFormat()
  const { today } = useMe()
  const left = exit.lastDay === null ? null : daysBetween(PlainDate.parse(today), exit.lastDay)
  const late = exit.steps.filter(({ state }) => state === 'late').length
  return (
    <>
      {exit.endedOn === null && left !== null && left <= 183 && <Notice tone={left < 30 ? 'warning' : 'info'} title={t('standing.ends', { days: left, date: exit.lastDay ? formatDate(exit.lastDay, 'long') : '' })}>
        <p>{late === 0 ? t('standing.onTrack') : t('standing.late', { count: late })}</p></Notice>}
      {exit.daysWithoutMoney !== null && exit.daysWithoutMoney > 0 && <Notice tone="warning" title={t('standing.gap', { days: exit.daysWithoutMoney })} />}
      <DefinitionList columns={2} facts={[
        { term: t('fact.startsOn'), value: formatDate(exit.startsOn, 'long') }, { term: t('fact.lastDay'), value: exit.lastDay && formatDate(exit.lastDay, 'long') },
        { term: t('fact.finalGoal'), value: t(`goal.${exit.finalGoal as 'work'}`) }, // the column holds nothing else (participation_final_goal)
        ...(exit.endedOn === null ? [] : [{ term: t('fact.endedOn'), value: formatDate(exit.endedOn, 'long') }, { term: t('fact.endReason'), value: exit.endReason && t(`reason.${exit.endReason}`) }, { term: t('fact.endActivity'), value: exit.endActivity && t(`activity.${exit.endActivity}`) }]),
      ]} />
    </>
  )
}

/** The road out of the programme: from half a year before its end to years after it. */
export function ExitPanel({ id }: { id: string }) {
  const t = useText('exit')
  const query = useApi('programme.getExit', { personId: id })
  const [ending, setEnding] = useState(false)
  const { locale } = useLocale()
  return (
    <Loaded query={query} rows={6}>{({ exit }) => exit === null
      ? <EmptyState title={t('panel.none')} action={<LinkButton to={`/people/${id}`}>{t('panel.toPerson')}</LinkButton>}>{t('panel.noneHelp')}</EmptyState>
      : <div className="stack">
        <Section title={t('standing.title')} description={t('standing.help')} actions={<>{exit.actions.includes('certificate') && <a className="ds-button" data-variant="secondary" href={fileAddress('programme.getCertificate', { participationId: exit.participationId, locale: locale === 'nn' ? 'nn' : 'nb' })} download><Icon name="file" />{t('certificate.open')}</a>}
          {exit.actions.includes('end') && <Button icon="out" onClick={() => setEnding(true)}>{t('end.open')}</Button>}</>}><Standing exit={exit} /></Section>
        <Section title={t('steps.title')} description={t('steps.help')}><ExitSteps exit={exit} /></Section>
        <HandOversSection personId={id} />
        {exit.endedOn !== null && <LaterSection exit={exit} />}
        <EndDialog exit={exit} open={ending} onClose={() => setEnding(false)} />
      </div>}</Loaded>
  )
}
