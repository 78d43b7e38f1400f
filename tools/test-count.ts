import { z } from 'zod'

export type Count = { passed: number; failed: number; skipped: number; skippedNames: string[] }
export const nothing: Count = { passed: 0, failed: 0, skipped: 0, skippedNames: [] }

const Report = z.object({
  testResults: z.array(z.object({
    status: z.string(),
    assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
  })),
})
type File = z.infer<typeof Report>['testResults'][number]

/**
 * Counts vitest's JSON report. A file that failed without a failing test (it did not load, or a hook failed) is one
 * failure, and so is a run that ended badly (`exitCode` other than 0) with nothing to show for it, or without a report.
 */
export function countTests(report: string | undefined, exitCode: number): Count {
  const files = report === undefined ? [] : Report.parse(JSON.parse(report)).testResults
  const count = files.map(countFile).reduce(add, nothing)
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

function countFile({ status, assertionResults }: File): Count {
  const of = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length
  const passed = of('passed')
  const failed = of('failed')
  const rest = assertionResults.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  return { passed, failed: status === 'failed' ? Math.max(1, failed) : failed, skipped: rest.length, skippedNames: rest.map((test) => test.fullName) }
}

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped, skippedNames: [...a.skippedNames, ...b.skippedNames],
})

/** `12 passed, 0 failed`, and what was skipped only where something was. */
export const inWords = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
