import { z } from 'zod'
import { fileAddress, useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { BodiesSection } from './BodiesSection.tsx'
import { DutiesSection } from './DutiesSection.tsx'
import './division.css'
import { VersionsSection } from './VersionsSection.tsx'
import type { DivisionPage as Page, Shown } from './words.ts'
import { stateTones, useGapText } from './words.ts'

const Address = z.object({ version: z.coerce.number().int().positive().optional().catch(undefined) })

/** What nobody has, at the top, where whoever answers for the services sees it. */
function Gaps({ gaps }: { gaps: Shown['gaps'] }) {
  const t = useText('cooperation')
  const gapText = useGapText()
  if (gaps.length === 0) return <p><Tag tone="success">{t('gaps.none')}</Tag></p>
  return <Notice tone="warning" title={t('gaps.title')}><ul>{gaps.map((gap) => <li key={`${gap.why}${gap.dutyId ?? gap.kind ?? ''}`}>{gapText(gap)}</li>)}</ul><p>{t('gaps.help')}</p></Notice>
}

/** That there is another version than the one in sight. */
function Others({ page, shown }: { page: Page; shown: Shown }) {
  const t = useText('cooperation')
  const { formatDate } = useFormat()
  const holds = page.versions.find(({ state }) => state === 'holds')
  const waiting = page.versions.filter(({ state, number }) => (state === 'proposal' || state === 'coming') && number !== shown.number)
  return (
    <>
      {shown.state !== 'holds' && holds && <Notice action={<Link to="/division">{t('other.toNow')}</Link>}>{t('other.now', { number: shown.number })}</Notice>}
      {waiting.map((one) => <Notice key={one.number} title={one.state === 'proposal' ? t('other.proposal') : t('other.coming', { date: formatDate(one.validFrom) })} action={<Link to="/division" search={{ version: one.number }}>{t('other.show', { number: one.number })}</Link>} />)}
      {shown.isReviewDue && shown.reviewOn && <Notice tone="warning" title={t('review.due')}>{t('review.dueText', { date: formatDate(shown.reviewOn, 'long'), name: shown.reviewer ?? '' })}</Notice>}
    </>
  )
}

function Facts({ shown }: { shown: Shown }) {
  const t = useText('cooperation')
  const { formatDate } = useFormat()
  return (
    <>
      <Tag tone={stateTones[shown.state]}>{t(`state.${shown.state}`)}</Tag>
      <span>{t('version', { number: shown.number })}</span>
      <span>{t('validFrom', { date: formatDate(shown.validFrom) })}</span>
      {shown.agreedOn && <span>{t('agreed', { date: formatDate(shown.agreedOn), by: shown.agreedBy ?? '' })}</span>}
      {shown.reviewOn && <span>{t('review.on', { date: formatDate(shown.reviewOn), name: shown.reviewer ?? '' })}</span>}
    </>
  )
}

function View({ page }: { page: Page }) {
  const t = useText('cooperation')
  const { shown } = page
  const mayChange = page.actions.includes('change')
  const change = mayChange && <LinkButton kind="primary" icon="edit" to="/division/edit">{t(shown ? 'action.change' : 'action.begin')}</LinkButton>
  if (shown === null) return <><PageHeader title={t('title')} description={t('lead')} /><EmptyState title={t('empty')} action={change || undefined}>{t(mayChange ? 'empty.help' : 'empty.reader')}</EmptyState></>
  const paper = (locale: 'nb' | 'nn') => ({ key: locale, label: t(`paper.${locale}`), icon: 'file' as const, onSelect: () => { window.location.assign(fileAddress('cooperation.getDivisionPaper', { number: shown.number, locale })) } })
  const questions = (shown.content.openQuestions ?? '').split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} facts={<Facts shown={shown} />} actions={<>{change}<Menu label={t('action.paper')} groups={[{ items: [paper('nb'), paper('nn')] }]}><span>{t('action.paper')}</span></Menu><PrintButton /></>} />
      <div className="stack division">
        <Others page={page} shown={shown} />
        <Gaps gaps={shown.gaps} />
        <DutiesSection page={page} shown={shown} />
        <BodiesSection page={page} shown={shown} />
        <Section title={t('questions.title')} count={questions.length}>{questions.length === 0 ? <p>{t('questions.none')}</p> : <ul>{questions.map((line) => <li key={line}>{line}</li>)}</ul>}</Section>
        <VersionsSection versions={page.versions} />
      </div>
    </>
  )
}

/** Who does what between the services that help somebody to work, with what nobody has (KAR-10). */
export function DivisionPage() {
  const [{ version }] = useFilters(Address)
  return <Loaded query={useApi('cooperation.getDivision', version === undefined ? {} : { number: version })} rows={10}>{(page) => <View page={page} />}</Loaded>
}
