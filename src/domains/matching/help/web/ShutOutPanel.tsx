import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Meter } from '../../web/Meter.tsx'
import { useValueText } from '../../web/words.ts'
import { useFew, type ShutOut } from './words.ts'
import './help.css'

/** What a step down would do, in words; where there is no step, why. */
function StepDown({ line: { stepDown, opens } }: { line: ShutOut }) {
  const t = useText('help')
  const few = useFew()
  if (stepDown.is === 'none') return <span className="help-quiet">{t(`step.none.${stepDown.why}`)}</span>
  const what = stepDown.is === 'level' ? t('step.level', { to: stepDown.to }) : t('step.wish')
  return <>{what}<br /><span className="help-quiet">{opens === 0 ? t('step.opensNone') : t('step.opens', { count: few(opens) })}</span></>
}

/** On an opening's page: which demand shuts out how many, alone and together, and what a step down would open. Groups alone. */
export function ShutOutPanel({ id: openingId }: { id: string }) {
  const t = useText('help')
  const find = useText('matching')
  const valueText = useValueText()
  const few = useFew()
  const demandText = (line: ShutOut) => <>{find(`kind.${line.kind}`)}: {valueText(line.asked)}{line.statutoryBasis !== null && <><br /><small>{t('law', { basis: line.statutoryBasis })}</small></>}</>
  return (
    <Loaded query={useApi('matching.shutOuts', { openingId })}>
      {({ considered, fit, demands }) => (
        <div className="stack">
          <p className="help-quiet">{t('shutOut.lead')}</p>
          <p>{t('shutOut.today', { considered: few(considered), fit: few(fit) })}</p>
          {demands.length === 0 ? <EmptyState title={t('shutOut.none')}>{t('shutOut.noneHelp')}</EmptyState> : <Table caption={t('shutOut.title')} hideCaption rows={demands} rowKey={({ kind, asked }) => JSON.stringify([kind, asked])} columns={[
            { key: 'demand', header: t('shutOut.demand'), names: true, cell: demandText },
            { key: 'alone', header: t('shutOut.alone'), align: 'end', cell: ({ alone }) => few(alone) },
            { key: 'missing', header: t('shutOut.missing'), align: 'end', cell: ({ missing }) => <>{few(missing)}{typeof missing === 'number' && typeof considered === 'number' && <Meter share={missing / Math.max(1, considered)} />}</> },
            { key: 'unknown', header: t('shutOut.unknown'), align: 'end', cell: ({ unknown }) => few(unknown) },
            { key: 'step', header: t('shutOut.step'), cell: (line) => <StepDown line={line} /> },
          ]} />}
          <p className="help-quiet">{t('shutOut.note')}</p>
        </div>
      )}
    </Loaded>
  )
}
