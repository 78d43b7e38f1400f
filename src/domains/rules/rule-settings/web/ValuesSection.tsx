import { useState } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Drawer } from '#web/ui/Drawer.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { EntryTrail } from './EntryTrail.tsx'
import { useFigure } from './figure.ts'
import type { May, Value } from './settings.ts'
import { ValueForm } from './ValueForm.tsx'

type Entry = Value['entered'][number]

type Line = { key: string; from: string; value: number | null; source: string; certainty: string; own?: Entry }

/** What is built in and what was entered and counts, newest day first; what was entered goes before what is built in for the same day. */
function linesOf({ values, entered }: Value): Line[] {
  const own = entered.filter((one) => one.isCurrent && !one.isWithdrawn)
  const lines: Line[] = [
    ...own.map((one) => ({ key: one.id, from: one.appliesFrom, value: one.value, source: one.source, certainty: one.certainty, own: one })),
    ...values.filter(({ from }) => !own.some((one) => one.appliesFrom === from)).map(({ from, value, source }) => ({ key: from, from, value, source: source.text, certainty: source.certainty })),
  ]
  return lines.toSorted((a, b) => (a.from < b.from ? 1 : -1))
}

function History({ value, onCorrect }: { value: Value; onCorrect?: (entry: Entry) => void }) {
  const t = useText('rule-settings')
  const { formatDate } = useFormat()
  const figure = useFigure()
  return (
    <details className="setting-history">
      <summary>{t('values.history')}</summary>
      <ol>{linesOf(value).map((line) => (
        <li key={line.key}>
          <span>{t('values.from', { day: formatDate(line.from), figure: figure(line.value, value.unit) })}</span> <span className="setting-quiet">{line.source} · {line.certainty}</span>
          {line.own && <> <Tag tone="accent">{t('values.own')}</Tag>{onCorrect && <Button kind="quiet" icon="edit" onClick={() => { if (line.own) onCorrect(line.own) }}>{t('values.correct')}</Button>}</>}
        </li>))}</ol>
      <EntryTrail entries={value.entered} words={(one) => t('values.from', { day: formatDate(one.appliesFrom), figure: one.isWithdrawn ? t('values.withdrawn') : figure(one.value, value.unit) })} />
    </details>
  )
}

/** Every figure: what holds today, from when, its history, and that one is or will be missing. */
export function ValuesSection({ values, may }: { values: readonly Value[]; may: May }) {
  const t = useText('rule-settings')
  const { formatDate } = useFormat()
  const figure = useFigure()
  const [edited, setEdited] = useState<{ value: Value; entry?: Entry }>()
  const close = (): void => setEdited(undefined)
  const missingFirst = values.toSorted((a, b) => Number(b.missingFrom !== undefined) - Number(a.missingFrom !== undefined))
  return (
    <Section title={t('values.title')} count={values.length} description={t('values.lead')}>
      {values.length === 0 && <EmptyState title={t('values.none')} />}
      <ul className="settings-list">{missingFirst.map((value) => (
        <li key={value.name} className="setting">
          <div className="setting__head">
            <h3>{value.label}</h3>
            {may('enterValue') && <Button icon="plus" onClick={() => setEdited({ value })}>{t('values.enter')}</Button>}
          </div>
          <p className="cluster">
            {value.today ? <span className="setting__now">{figure(value.today.value, value.unit)} <span className="setting-quiet">{t('values.since', { day: formatDate(value.today.from) })}</span></span> : <Tag tone="danger">{t('values.noneToday')}</Tag>}
            {value.today && value.missingFrom !== undefined && <Tag tone="warning">{t('values.missingFrom', { day: formatDate(value.missingFrom) })}</Tag>}
          </p>
          <History value={value} onCorrect={may('enterValue') ? (entry) => setEdited({ value, entry }) : undefined} />
        </li>))}</ul>
      <Drawer open={edited !== undefined} onClose={close} title={edited?.value.label ?? ''}>{edited && <ValueForm value={edited.value} entry={edited.entry} onClose={close} />}</Drawer>
    </Section>
  )
}
