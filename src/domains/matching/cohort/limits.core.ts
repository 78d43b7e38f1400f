import type { PlanLimit } from './cohort.schema.ts'

/** An opening with who stands above it. `seatsAtOnce` and `supervisesAtOnce` are null where nothing is noted. */
export type Under = { openingId: string; employerId: string | null; employerName: string; seatsAtOnce: number | null; supervisorId: string | null; supervisorName: string | null; supervisesAtOnce: number | null }
/** How many have a placement that runs or a proposal under way, by employer and by supervisor. */
export type TakenBy = { employers: ReadonlyMap<string, number>; supervisors: ReadonlyMap<string, number> }
type Frame = { supervisorAtOnce: number; mostAtOnce: number | null }
type Limited = { limits: PlanLimit[]; limitOf: (number | null)[] }

/** How many a supervisor takes at once: what is noted of her; else the municipality's number, where she has several places. */
function supervises({ supervisorId, supervisesAtOnce }: Under, all: readonly Under[], { supervisorAtOnce }: Frame): number | null {
  if (supervisorId === null) return null
  return supervisesAtOnce ?? (all.filter((one) => one.supervisorId === supervisorId).length > 1 ? supervisorAtOnce : null)
}

/** The limits above the openings as a tree: supervisor, employer, municipality, each only where there is one. */
export function limitsAbove(openings: readonly Under[], taken: TakenBy, frame: Frame): Limited {
  const limits: PlanLimit[] = []
  const known = new Map<string, number>()
  const add = (key: string, limit: PlanLimit): number => {
    const at = known.get(key) ?? limits.push(limit) - 1
    known.set(key, at)
    return at
  }
  const top = frame.mostAtOnce === null ? null : add('municipality', { kind: 'municipality', id: null, name: '', left: frame.mostAtOnce, above: null })
  const limitOf = openings.map((one) => {
    const { employerId, employerName, seatsAtOnce, supervisorId, supervisorName } = one
    const employer = seatsAtOnce === null ? top
      : add(`e${employerId}`, { kind: 'employer', id: employerId, name: employerName, left: Math.max(0, seatsAtOnce - (taken.employers.get(employerId ?? '') ?? 0)), above: top })
    const most = supervises(one, openings, frame)
    if (supervisorId === null || most === null) return employer
    return add(`s${supervisorId} ${employerId}`, { kind: 'supervisor', id: supervisorId, name: supervisorName ?? '', left: Math.max(0, most - (taken.supervisors.get(supervisorId) ?? 0)), above: employer })
  })
  return { limits, limitOf }
}
