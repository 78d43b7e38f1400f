import { z } from 'zod'
import { useText } from '#web/i18n.tsx'
import { Select } from '#web/ui/Select.tsx'

/** Whose participants a list shows; everybody's until one asks for one's own. */
export const Whose = z.enum(['mine', 'all']).catch('all').default('all')

export function WhoseSelect({ whose, onChange }: { whose: z.output<typeof Whose>; onChange: (next: { whose: z.output<typeof Whose> }) => void }) {
  const t = useText('overview')
  return <Select id="whose" name="whose" hideLabel label={t('whose')} value={whose} onChange={(next) => onChange({ whose: next ?? 'all' })} options={(['all', 'mine'] as const).map((value) => ({ value, label: t(`whose.${value}`) }))} />
}
