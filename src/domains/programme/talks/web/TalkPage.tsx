import { useState } from 'react'
import { fileAddress, useApi, useCommand } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { AgreedSteps } from './AgreedSteps.tsx'
import { CloseTalkDialog } from './CloseTalkDialog.tsx'
import { FactsDrawer } from './FactsDrawer.tsx'
import { Minutes } from './Minutes.tsx'
import { PlanTalkDialog } from './PlanTalkDialog.tsx'
import { TalkForm } from './TalkForm.tsx'
import './talks.css'
import type { TalkPageData } from './words.ts'
import { showsTalks, stateTones } from './words.ts'

type Doing = 'plan' | 'close' | 'cancel' | undefined
const sheets = ['nb', 'nn', 'en', 'uk', 'ar'] as const

function Papers({ talk }: { talk: TalkPageData }) {
  const t = useText('talks')
  const fetch = (what: 'blank' | 'minutes', locale: (typeof sheets)[number]) => ({ key: `${what}-${locale}`, label: t(`paper.${locale}`), icon: 'file' as const, onSelect: () => { window.location.assign(fileAddress('programme.getTalkPaper', { talkId: talk.id, what, locale })) } })
  const minutes = { heading: t('paper.minutes'), items: sheets.slice(0, 2).map((locale) => fetch('minutes', locale)) }
  const blank = { heading: t('paper.blank'), items: sheets.map((locale) => fetch('blank', locale)) }
  return <Menu label={t('paper.title')} groups={talk.state === 'held' ? [minutes] : [blank, minutes]}><span>{t('paper.title')}</span></Menu>
}

function Meeting({ talk }: { talk: TalkPageData }) {
  const t = useText('talks')
  const { formatDate } = useFormat()
  const when = talk.heldOn !== null ? formatDate(talk.heldOn, 'long') : [talk.plannedOn && formatDate(talk.plannedOn, 'long'), talk.plannedAt].filter(Boolean).join(', ')
  const who = [...talk.takesPart.map((part) => t(`part.${part}`)), talk.others].filter(Boolean).join(', ')
  const interpreter = [talk.interpreterLanguage, talk.interpreterName].filter(Boolean).join(', ')
  return <DefinitionList columns={2} facts={[{ term: t('plan.when'), value: when }, { term: t('plan.place'), value: talk.place }, { term: t('plan.who'), value: who }, ...(interpreter === '' ? [] : [{ term: t('plan.interpreter'), value: interpreter }])]} />
}

function CancelDialog({ talk, onClose }: { talk: TalkPageData; onClose: () => void }) {
  const t = useText('talks')
  const cancel = useCommand('programme.cancelTalk', { refreshes: showsTalks, success: t('cancel.done'), onDone: onClose })
  return <ConfirmDialog open onClose={onClose} onConfirm={() => { void cancel.run({ id: talk.id, version: talk.version }) }} title={t('cancel.title')} consequences={[t('cancel.consequence'), t('cancel.hers')]} confirm={t('cancel.confirm')} danger pending={cancel.pending} refusals={cancel.refusals} />
}

function Shown({ talk, name, onReload }: { talk: TalkPageData; name: string; onReload: () => void }) {
  const t = useText('talks')
  const [doing, setDoing] = useState<Doing>()
  const [facts, setFacts] = useState<string>()
  const close = (): void => setDoing(undefined)
  const may = (action: TalkPageData['actions'][number]): boolean => talk.actions.includes(action)
  return (
    <>
      <PageHeader title={t(`kind.${talk.kind}`)} crumbs={[{ label: <PersonName name={name} />, to: `/people/${talk.personId}` }]} facts={<Tag tone={stateTones[talk.state]}>{t(`state.${talk.state}`)}</Tag>} actions={<>
        {may('print') && <Papers talk={talk} />}
        {may('plan') && <Button icon="edit" onClick={() => setDoing('plan')}>{t('plan.change')}</Button>}
        {may('cancel') && <Button kind="quiet" onClick={() => setDoing('cancel')}>{t('cancel.open')}</Button>}</>} />
      <div className="stack">
        <Meeting talk={talk} />
        {talk.openSteps.length > 0 && talk.state !== 'held' && <Section title={t('steps.last')}><AgreedSteps steps={talk.openSteps} maySettle={may('settleStep')} /></Section>}
        {may('note') ? <TalkForm talk={talk} onFacts={setFacts} onClose={may('close') ? () => setDoing('close') : undefined} /> : <Minutes talk={talk} />}
      </div>
      {doing === 'plan' && <PlanTalkDialog personId={talk.personId} talk={talk} onClose={close} />}
      {doing === 'close' && <CloseTalkDialog talk={talk} onClose={close} />}
      {doing === 'cancel' && <CancelDialog talk={talk} onClose={close} />}
      <FactsDrawer personId={talk.personId} place={facts} onClose={() => { setFacts(undefined); onReload() }} />
    </>
  )
}

/** One talk: what is known, what is asked, what was said, and what was agreed. */
export function TalkPage() {
  const { locale } = useLocale()
  const [personId, talkId] = [usePathParam('id'), usePathParam('talk')]
  const person = useApi('people.getPerson', { personId })
  const query = useApi('programme.getTalk', { talkId, locale })
  return <Loaded query={query} rows={10}>{(talk) => <Shown talk={talk} name={person.data ? `${person.data.givenName} ${person.data.familyName}` : ''} onReload={() => { void query.refetch() }} />}</Loaded>
}
