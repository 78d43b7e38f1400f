import { useText } from '#web/i18n.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { EmployerStatus } from '../employer.schema.ts'

const tones: Record<EmployerStatus, Tone> = { active: 'success', bankrupt: 'danger', winding_up: 'warning', deleted: 'danger' }

/** What the register says of a unit. */
export function EmployerStatusTag({ status }: { status: EmployerStatus }) {
  const t = useText('employers')
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
}
