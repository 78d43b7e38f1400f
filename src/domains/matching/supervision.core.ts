import type { Compared, Weigh } from './compared.core.ts'
import { compared, known } from './compared.core.ts'
import type { OpeningFacts } from './facts.schema.ts'

/** Whether somebody at the place has time for one more. Of vacancies it is not asked. Where nobody has said, it is unknown and no requirement. */
export function compareSupervision({ kind, supervision }: Pick<OpeningFacts, 'kind' | 'supervision'>, weigh: Weigh): Compared[] {
  if (kind === 'vacancy') return []
  const { isNamed, limits } = supervision
  const tightest = limits.map(({ atOnce, now }) => ({ of: atOnce, free: Math.max(0, atOnce - now) })).toSorted((a, b) => a.free - b.free || a.of - b.of)[0]
  const asked = { kind: 'supervision', isRequired: tightest !== undefined, asked: { is: 'supervisor' } } as const
  if (!tightest) return [compared(asked, { met: 'unknown', known: 'unknown', gap: { code: 'askSupervision', params: { named: isNamed ? 'yes' : 'no' } } }, weigh, { takes: true })]
  const mine = known({ is: 'free', ...tightest })
  if (tightest.free > 0) return [compared(asked, { met: 'yes', known: mine }, weigh)]
  return [compared(asked, { met: 'no', known: mine, gap: { code: 'freeSupervisor', params: {} } }, weigh)]
}
