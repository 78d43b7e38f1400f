import type { Page } from 'playwright-core'
import type { ClassDay } from '#domains/programme/attendance/attendance.schema.ts'
import { decisionsFor } from '#domains/programme/benefit/run.core.ts'
import type { PlainDate } from '#shared/date.ts'
import { call } from '../../support/api.ts'

/** Registers her as present on every day of a class that is not registered yet and is open to the one signed in. Gives the days she may register. */
export async function registerEveryDay(page: Page, activityId: string, personId: string, { from, to }: { from: PlainDate; to: PlainDate }) {
  const open = []
  let day: PlainDate | null = to
  while (day !== null && day >= from) {
    const shown: ClassDay = await call(page, 'programme.getClassDay', { activityId, day })
    if (shown.plannedMinutes > 0 && shown.lines.length > 0 && (shown.window === 'open' || shown.window === 'late')) {
      open.push(shown)
      if (shown.lines.some(({ state }) => state === null)) await call(page, 'programme.registerClass', { activityId, day, version: shown.version, reason: null, lines: [{ personId, state: 'present', presentMinutes: null }] })
    }
    day = shown.previousDay
  }
  return open.toReversed()
}

/** Decides what is left of a run as it was proposed, the way an adviser would who has looked at each. */
export async function settleTheRest(page: Page, runId: string): Promise<void> {
  const { issues } = await call(page, 'programme.getBenefitRun', { runId })
  for (const { id, version, kind, isLarge } of issues.filter(({ decision }) => decision === null)) {
    await call(page, 'programme.decideBenefitIssue', { runId, issues: [{ id, version }], decision: decisionsFor(kind)[0] ?? 'dismiss', why: 'Sett på og avgjort som foreslått', reference: isLarge ? '26/4800' : null })
  }
}
