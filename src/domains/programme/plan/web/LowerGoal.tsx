import type { FinalGoal } from '#rules/person-facts.ts'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import type { FieldProps, LabelProps } from '#web/ui/field.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'

/** What a lower goal leads to, said before it is set (QUA-13). */
export function LowerGoal({ personId, goal, bound }: { personId: string; goal: FinalGoal; bound: FieldProps<boolean> & LabelProps }) {
  const t = useText('plan')
  const query = useApi('programme.previewGoal', { personId, finalGoal: goal })
  return (
    <Notice tone="warning" title={t('lower.title')}>
      <Loaded query={query} rows={2}>{({ before, after }) => (
        <ul>
          {before && after && <li>{t(before.upToMonths === after.upToMonths ? 'lower.sameLength' : 'lower.length', { before: before.upToMonths, after: after.upToMonths })}</li>}
          {before && after && before.extensionMonths !== after.extensionMonths && <li>{t('lower.extension', { before: before.extensionMonths, after: after.extensionMonths })}</li>}
          <li>{t('lower.later')}</li>
          <li>{t('lower.decision')}</li>
        </ul>
      )}</Loaded>
      <Checkbox {...bound} />
    </Notice>
  )
}
