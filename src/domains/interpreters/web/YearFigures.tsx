import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'

type Figures = Output<'interpreters.countYear'>

function Bar({ asked, had }: { asked: number; had: number }) {
  const { formatNumber } = useFormat()
  return <><span>{formatNumber(had / asked, { style: 'percent' })}</span><span className="interpreter-bar" aria-hidden="true"><span style={{ inlineSize: `${(100 * had) / asked}%` }} /></span></>
}

function LanguageTable({ figures }: { figures: Figures }) {
  const t = useText('interpreters')
  const { languageName } = useNames()
  const rows = [...figures.languages.map((one) => ({ ...one, name: languageName(one.language) })), ...(figures.rest ? [{ ...figures.rest, name: t('year.rest') }] : []), { ...figures.total, name: t('year.total') }]
  return <Table caption={t('year.title')} hideCaption rows={rows} rowKey={({ name }) => name} columns={[
    { key: 'language', header: t('field.language'), names: true, cell: ({ name }) => name },
    { key: 'asked', header: t('year.asked'), align: 'end', cell: ({ asked }) => asked },
    { key: 'had', header: t('year.had'), align: 'end', cell: ({ had }) => had },
    { key: 'notHad', header: t('year.notHad'), align: 'end', cell: ({ notHad }) => notHad },
    { key: 'share', header: t('year.share'), cell: (row) => <Bar {...row} /> },
  ]} />
}

/** How often an interpreter was asked for and had, in the last twelve months. */
export function YearFigures() {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  const { data } = useApi('interpreters.countYear', {})
  if (!data || data.total.asked + data.withoutQualified === 0) return null
  return (
    <Section title={t('year.title')} description={t('year.help', { from: formatDate(data.from), to: formatDate(data.to) })}>
      {data.total.asked > 0 && <LanguageTable figures={data} />}
      <p>{t('year.without', { count: data.withoutQualified, children: data.children })}</p>
    </Section>
  )
}
