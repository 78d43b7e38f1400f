import type { z } from 'zod'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { BELONGS, type Point } from '../template/template.schema.ts'

export type EditedPoint = z.input<typeof Point>
type Props = { point: EditedPoint; number: number; count: number; errorAt: (name: string) => string | undefined; onChange: (next: Partial<EditedPoint>) => void; onMove: (by: -1 | 1) => void; onRemove: () => void }

function Translations({ point, onChange }: Pick<Props, 'point' | 'onChange'>) {
  const t = useText('talks')
  const { asked } = point
  return (
    <details>
      <summary>{t('templates.languages')}</summary>
      <div className="talk-template__fields">{(['en', 'uk', 'ar'] as const).map((locale) => (
        <TextField key={locale} label={t(`templates.asked.${locale}`)} value={asked?.[locale]} onChange={(text) => onChange({ asked: { ...asked, [locale]: text ?? null } })} optional />))}</div>
    </details>
  )
}

/** One point of a template: opened to be changed, moved and taken out from its heading. */
export function PointEditor({ point, number, count, errorAt, onChange, onMove, onRemove }: Props) {
  const t = useText('talks')
  const name = point.heading === '' ? t('templates.new') : point.heading
  return (
    <li>
      <div className="talk-template__head">
        <span className="cluster"><strong>{number}. {name}</strong><Tag tone={point.belongs === 'note' ? 'neutral' : 'info'}>{t(`place.${point.belongs}`)}</Tag></span>
        <span className="cluster talk-template__moves">
          <Button kind="quiet" disabled={number === 1} onClick={() => onMove(-1)}>{t('templates.up')}<span className="ds-sr-only">: {name}</span></Button>
          <Button kind="quiet" disabled={number === count} onClick={() => onMove(1)}>{t('templates.down')}<span className="ds-sr-only">: {name}</span></Button>
          <Button kind="quiet" icon="bin" iconOnly disabled={count === 1} onClick={onRemove}>{t('templates.remove', { name })}</Button>
        </span>
      </div>
      <details open={point.heading === '' || undefined}>
        <summary>{t('templates.change')}<span className="ds-sr-only">: {name}</span></summary>
        <div className="talk-template__fields">
          <TextField label={t('templates.heading')} value={point.heading} onChange={(heading) => onChange({ heading: heading ?? '' })} error={errorAt('heading')} />
          <Select label={t('templates.belongs')} description={t('templates.belongsHelp')} value={point.belongs} onChange={(belongs) => { if (belongs) onChange({ belongs }) }} options={BELONGS.map((value) => ({ value, label: t(`place.${value}`) }))} />
          <TextArea label={t('templates.prompt')} value={point.prompt} onChange={(prompt) => onChange({ prompt: prompt ?? '' })} rows={3} optional />
          <TextField label={t('templates.asked')} description={t('templates.askedHelp')} value={point.asked?.no} onChange={(no) => onChange({ asked: { ...point.asked, no: no ?? null } })} optional />
          <Translations point={point} onChange={onChange} />
        </div>
      </details>
    </li>
  )
}
