import { useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { CefrBar } from '#web/ui/CefrBar.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { Demand, Opening } from '../opening.schema.ts'
import './openings.css'

/** What an opening asks: needed to begin, and wished for or needed to be hired, apart. The law's demands are told from habit. */
export function DemandList({ opening: { demands, kind } }: { opening: Pick<Opening, 'demands' | 'kind'> }) {
  const t = useText('opportunities')
  const side = kind === 'practice_place' ? 'practice' : 'vacancy'
  const groups = [{ key: 'required' as const, rows: demands.filter(({ isRequired }) => isRequired) }, { key: 'wished' as const, rows: demands.filter(({ isRequired }) => !isRequired) }]
  return (
    <Section title={t('demands.title')}>
      {demands.length === 0 && <EmptyState title={t('demands.none')}>{t('demands.noneHelp')}</EmptyState>}
      <div className="stack">
        {groups.filter(({ rows }) => rows.length > 0).map(({ key, rows }) => (
          <div key={key}>
            <h3>{t(`demands.${side}.${key}`)}</h3>
            <ul className="demands">{rows.map((demand) => <li key={demand.id}><DemandLine demand={demand} /></li>)}</ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

function DemandLine({ demand }: { demand: Demand }) {
  const t = useText('opportunities')
  const { languageName } = useNames()
  const name = demand.kind === 'language' && demand.name ? languageName(demand.name) : demand.name
  const label = demand.kind === 'norwegian' && demand.skill ? `${t('demand.norwegian')}, ${t(`skill.${demand.skill}`)}` : `${t(`demand.${demand.kind}`)}${name ? `: ${name}` : ''}`
  return (
    <>
      {demand.level ? <CefrBar label={label} known={demand.level} /> : <p>{label}</p>}
      {demand.sentence && <p className="demands__sentence">«{demand.sentence}»</p>}
      {demand.statutoryBasis && <p className="demands__basis">{t('demands.basis', { basis: demand.statutoryBasis })}</p>}
      {!demand.statutoryBasis && demand.isRequired && demand.kind === 'norwegian' && <p className="demands__basis">{t('demands.habit')}</p>}
    </>
  )
}
