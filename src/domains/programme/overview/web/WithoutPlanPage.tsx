import { useState } from 'react'
import { z } from 'zod'
import { useApi, useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { useFilters } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PagedTable } from '#web/ui/PagedTable.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Select } from '#web/ui/Select.tsx'
import type { Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { yearsBetween, PlainDate } from '#shared/date.ts'
import type { WithoutPlan } from '../groups.schema.ts'
import { GROUPS, Group } from '../groups.schema.ts'
import { NextStepDialog, WhereaboutsDialog } from './GroupDialogs.tsx'
import { Whose, WhoseSelect } from './WhoseSelect.tsx'
import { nextStepTones } from './words.ts'
import './overview.css'

type Doing = { what: 'step' | 'where'; row: WithoutPlan }
const Shown = z.object({ group: Group.optional(), whose: Whose })

function Actions({ row, onDo }: { row: WithoutPlan; onDo: (doing: Doing) => void }) {
  const t = useText('overview')
  const finish = useCommand('programme.finishNextStep', { refreshes: ['programme.listWithoutPlan'], success: t('step.finished') })
  const { nextStep } = row
  return (
    <div className="cluster">
      {nextStep === null ? <Button onClick={() => onDo({ what: 'step', row })}>{t('step.plan')}<span className="ds-sr-only"> {row.name}</span></Button>
        : <Button pending={finish.pending} onClick={() => { void finish.run({ id: nextStep.id, version: nextStep.version }) }}>{t('step.finish')}<span className="ds-sr-only"> {row.name}</span></Button>}
      <Button kind="quiet" onClick={() => onDo({ what: 'where', row })}>{t('where.open')}<span className="ds-sr-only"> {row.name}</span></Button>
    </div>
  )
}

function useColumns(onDo: (doing: Doing) => void): Column<WithoutPlan>[] {
  const t = useText('overview')
  const { formatDate } = useFormat()
  const { today } = useMe()
  return [
    { key: 'name', header: t('column.name'), names: true, cell: ({ name, personId, birthDate }) => <><PersonName name={name} to={`/people/${personId}`} />{birthDate && <span className="overview__age"> {t('age', { age: yearsBetween(birthDate, PlainDate.parse(today)) })}</span>}</> },
    { key: 'groups', header: t('column.groups'), cell: ({ groups }) => <span className="cluster">{groups.map((group) => <Tag key={group}>{t(`group.${group}`)}</Tag>)}</span> },
    { key: 'where', header: t('column.where'), cell: ({ whereabouts }) => (whereabouts === null ? <span className="unknown">{t('where.notConfirmed')}</span> : t('where.text', { state: t(`where.${whereabouts.state}`), date: formatDate(whereabouts.confirmedOn) })) },
    { key: 'step', header: t('column.step'), cell: ({ nextStep, state }) => (nextStep === null ? <Tag tone={nextStepTones.none}>{t('step.none')}</Tag> : <>{nextStep.step} · {formatDate(nextStep.dueOn)}{nextStep.ownerName && ` · ${nextStep.ownerName}`} {state === 'late' && <Tag tone={nextStepTones.late}>{t('step.late')}</Tag>}</>) },
    { key: 'adviser', header: t('column.adviser'), cell: ({ adviserName }) => adviserName ?? <span className="unknown">{t('noAdviser')}</span> },
    { key: 'do', header: t('column.do'), cell: (row) => <Actions row={row} onDo={onDo} /> },
  ]
}

/** Those who fall between: everybody without a plan, those with no next step first (QUA-17). */
export function WithoutPlanPage() {
  const t = useText('overview')
  const [{ group, whose }, change] = useFilters(Shown)
  const [doing, setDoing] = useState<Doing>()
  const query = useApi('programme.listWithoutPlan', {})
  const columns = useColumns(setDoing)
  const close = (): void => setDoing(undefined)
  return (
    <>
      <PageHeader title={t('groups.title')} description={t('groups.help')} actions={<><WhoseSelect whose={whose} onChange={change} /><Select id="group" name="group" hideLabel label={t('groups.choose')} empty={t('groups.all')} value={group} onChange={(next) => change({ group: next })}
        options={GROUPS.map((value) => ({ value, label: `${t(`group.${value}`)} (${query.data?.rows.filter(({ groups }) => groups.includes(value)).length ?? 0})` }))} /></>} />
      <Loaded query={query} rows={6}>{({ rows, owners }) => {
        const shown = rows.filter(({ groups, isMine }) => (group === undefined || groups.includes(group)) && (whose === 'all' || isMine))
        return <>
          {shown.length === 0 ? <EmptyState title={t('groups.empty')}>{t('groups.emptyHelp')}</EmptyState>
            : <PagedTable caption={t('groups.caption', { count: shown.length, without: shown.filter(({ state }) => state === 'none').length })} columns={columns} rows={shown} rowKey={({ personId }) => personId} />}
          {doing?.what === 'step' && <NextStepDialog row={doing.row} owners={owners} onClose={close} />}
          {doing?.what === 'where' && <WhereaboutsDialog row={doing.row} onClose={close} />}
        </>
      }}</Loaded>
    </>
  )
}
