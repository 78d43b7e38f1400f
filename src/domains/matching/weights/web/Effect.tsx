import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { Example, Weights, WeightsEffect } from '../weights.schema.ts'

/** What changes less is noise. */
const MOST_GAINS = 6

function Examples({ examples }: { examples: readonly Example[] }) {
  const [t, match] = [useText('weights'), useText('matching')]
  const { formatNumber } = useFormat()
  const place = ({ title, employerName }: Example['before']): string => [title, employerName].filter(Boolean).join(', ')
  return (
    <ul className="weights-examples">
      {examples.map(({ person, before, after, reasons }, index) => (
        <li key={index}>
          <strong>{person ? <PersonName name={`${person.givenName} ${person.familyName}`} to={`/people/${person.id}`} /> : t('somebody', { number: index + 1 })}</strong>
          <p>{t('fromTo', { before: place(before), after: place(after) })}</p>
          {reasons.length > 0 && <p className="weights-quiet">{t('because', { reasons: reasons.map(({ kind, points }) => t('because.one', { kind: match(`kind.${kind}`), points: formatNumber(points) })).join('; ') })}</p>}
        </li>))}
    </ul>
  )
}

function Gains({ gains }: { gains: WeightsEffect['gains'] }) {
  const [t, match] = [useText('weights'), useText('matching')]
  const { formatNumber } = useFormat()
  const signed = (value: number): string => formatNumber(value, { signDisplay: 'exceptZero' }).replace('-', '−')
  const most = gains.filter(({ before, after }) => before !== after).toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)).slice(0, MOST_GAINS)
  return <Table caption={t('gains')} hideCaption rows={most} rowKey={({ kind }) => kind} columns={[
    { key: 'kind', header: t('criterion'), names: true, cell: ({ kind }) => match(`kind.${kind}`) },
    { key: 'before', header: t('before'), align: 'end', cell: ({ before }) => signed(before) },
    { key: 'after', header: t('after'), align: 'end', cell: ({ after }) => signed(after) },
    { key: 'change', header: t('change'), align: 'end', cell: ({ before, after }) => signed(after - before) },
  ]} />
}

/** What the weights would do to the lists of today, before anybody decides. */
export function Effect({ weights }: { weights: Weights }) {
  const t = useText('weights')
  const query = useApi('matching.tryWeights', { weights })
  return (
    <Loaded query={query} rows={5}>
      {({ people, everybody, places, withPlace, changed, examples, gains, proposals, plan }) => (
        <div className="weights-effect">
          <p className="weights-changed">{t('changed', { changed, of: withPlace })}</p>
          <p className="weights-quiet">{t('considered', { people: everybody, places })} {people < everybody && t('drawn', { people })}</p>
          {proposals.open > 0 && <p className="weights-quiet">{t('proposals', proposals)}</p>}
          {plan ? <p className="weights-quiet">{t('plan', plan)}</p> : people < everybody && <p className="weights-quiet">{t('planNot')}</p>}
          {examples.length > 0 && <><h3>{t('examples')}</h3><Examples examples={examples} /></>}
          {gains.some(({ before, after }) => before !== after) && <><h3>{t('gains')}</h3><p className="weights-quiet">{t('gainsHelp')}</p><Gains gains={gains} /></>}
        </div>
      )}
    </Loaded>
  )
}
