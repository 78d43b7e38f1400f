import { useState } from 'react'
import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useFilters } from '#web/routing.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { ListedCase, WaitingPicture } from '../recognition.schema.ts'
import { AuthorityDialog } from './AuthorityDialog.tsx'
import { Pictures } from './Pictures.tsx'
import { stateTones, useCaseWords } from './words.ts'
import './recognition.css'

const SHOWN = ['every', 'late', 'lacking', 'asked'] as const
const Filters = z.object({ whose: z.enum(['all', 'mine']).catch('all'), show: z.enum(SHOWN).catch('every') })
const isShown: Record<(typeof SHOWN)[number], (one: ListedCase) => boolean> = { every: () => true, late: ({ standing }) => standing.isLate, lacking: ({ standing }) => standing.state === 'gathering', asked: ({ standing }) => standing.state === 'asked' }

/** Each paper once: one that is not there is not translated either. */
const lackingNames = ({ lacks }: ListedCase['standing']) => lacks.filter(({ name, what }) => what === 'document' || !lacks.some((other) => other.name === name && other.what === 'document'))

function useColumns(): Column<ListedCase>[] {
  const t = useText('recognition')
  const { formatDate } = useFormat()
  const { today } = useMe()
  const { educationName, waitingParts } = useCaseWords()
  return [
    { key: 'name', header: t('column.name'), names: true, cell: (one) => <PersonName name={one.personName} to={`/people/${one.personId}`} search={{ tab: 'recognition-recognition' }} protectedAddress={one.hasProtectedAddress} /> },
    { key: 'education', header: t('column.education'), cell: (one) => <>{educationName(one.education)}<span className="recognition-quiet">{[one.authority.name, one.profession].filter(Boolean).join(' · ')}</span></> },
    { key: 'state', header: t('column.state'), cell: ({ standing }) => <><Tag tone={stateTones[standing.state]}>{t(`state.${standing.state}`)}</Tag>{standing.isLate && <> <Tag tone="danger">{t('late')}</Tag></>}
      {standing.state === 'gathering' && standing.lacks.length > 0 && <span className="recognition-quiet">{t('list.lacks', { what: lackingNames(standing).map(({ name, what }) => (what === 'document' ? name : t('list.lacksTranslation', { name }))).join(', ') })}</span>}</> },
    { key: 'waiting', header: t('fact.waiting'), cell: ({ standing }) => { const [waited, expected] = waitingParts(standing); return <>{waited}{expected && <span className="recognition-quiet">{expected}</span>}</> } },
    { key: 'check', header: t('fact.nextCheck'), cell: ({ nextCheckOn }) => (nextCheckOn === null ? '–' : <>{formatDate(nextCheckOn)}{nextCheckOn <= today && <> <Tag tone="warning">{t('check.due')}</Tag></>}</>) },
    { key: 'responsible', header: t('fact.responsible'), cell: ({ responsibleName }) => responsibleName ?? <span className="unknown">{t('noResponsible')}</span> },
  ]
}

function Cases({ rows }: { rows: readonly ListedCase[] }) {
  const t = useText('recognition')
  const columns = useColumns()
  if (rows.length === 0) return <EmptyState title={t('list.empty')}>{t('list.emptyHelp')}</EmptyState>
  return <Table caption={t('list.caption', { count: rows.length, late: rows.filter(({ standing }) => standing.isLate).length })} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

/** All cases that are not over: the oldest, the late, what lacks; and how long the authorities take. */
export function RecognitionPage() {
  const t = useText('recognition')
  const [{ whose, show }, change] = useFilters(Filters)
  const query = useApi('competence.listRecognitions', { mine: whose === 'mine' }, { keep: true })
  const [entering, setEntering] = useState<WaitingPicture['authority']>()
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.help')}
        actions={<><Select id="show" name="show" hideLabel label={t('list.show')} value={show} onChange={(next) => change({ show: next })} options={SHOWN.map((value) => ({ value, label: t(`list.show.${value}`) }))} />
          <Select id="whose" name="whose" hideLabel label={t('list.whose')} value={whose} onChange={(next) => change({ whose: next })} options={[{ value: 'all', label: t('list.all') }, { value: 'mine', label: t('list.mine') }]} /></>} />
      <Loaded query={query} rows={6}>{({ rows, pictures, actions }) => (
        <div className="stack">
          <Cases rows={rows.filter(isShown[show])} />
          {pictures.length > 0 && <Section title={t('picture.title')} description={t('picture.help')}><Pictures pictures={pictures} onEnter={actions.includes('saveAuthority') ? setEntering : undefined} /></Section>}
        </div>)}</Loaded>
      {entering && <AuthorityDialog authority={entering} onClose={() => setEntering(undefined)} />}
    </>
  )
}
