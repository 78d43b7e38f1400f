import { useState } from 'react'
import { RELATED, SAME_GROUP } from '#shared/occupation-distance.ts'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { OccupationField } from '#web/OccupationField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'

type Near = Output<'competence.nearOccupations'>
type Row = Near['rows'][number]
const toneOf = (step: number): Tone => (step >= SAME_GROUP ? 'success' : step >= RELATED ? 'info' : 'neutral')

function NearTable({ near: { rows, esco } }: { near: Near }) {
  const t = useText('occupations')
  const { formatDate } = useFormat()
  const why = ({ by, reason, source, on }: Row): string => t(`near.by.${by}`, { reason: reason ?? '', source: [source, on && formatDate(on)].filter(Boolean).join(' ') })
  return <>
    {rows.length === 0 ? <EmptyState title={t('near.none')}>{t('near.noneHelp')}</EmptyState> : <Table caption={t('near')} hideCaption rows={rows} rowKey={(row) => row.code} columns={[
      { key: 'occupation', header: t('near.occupation'), names: true, cell: (row) => `${row.code} ${row.name}` },
      { key: 'how', header: t('near.how'), cell: ({ step }) => <Tag tone={toneOf(step)}>{t('near.step', { step: String(step) })}</Tag> },
      { key: 'why', header: t('near.why'), cell: why },
    ]} />}
    {esco.length > 0 && <details><summary>{t('near.esco')} ({esco.length})</summary><p>{t('near.escoHelp')}</p><ul>{esco.map(({ uri, name }) => <li key={uri}>{name}</li>)}</ul></details>}
  </>
}

function Fetched({ code }: { code: string }) {
  return <Loaded query={useApi('competence.nearOccupations', { code })} rows={4}>{(near) => <NearTable near={near} />}</Loaded>
}

/** One occupation, and what counts as near it: so that nobody has to take the matching's word for it. */
export function NearSection() {
  const t = useText('occupations')
  const [code, setCode] = useState<string>()
  return (
    <Section title={t('near')} description={t('nearHelp')}>
      <div className="stack">
        <OccupationField label={t('near.choose')} value={code} onChange={setCode} />
        {code !== undefined && <Fetched code={code} />}
      </div>
    </Section>
  )
}
