import { z } from 'zod'

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(z.object({
    from: z.string(), to: z.string(), rule: z.object({ name: z.string() }), cycle: z.array(z.object({ name: z.string() })).optional(),
  })) }),
})

/** Reads dependency-cruiser's JSON report: how many modules of our own it saw, and a line for each broken rule. */
export function cruised(report: string): { ours: number; violations: string[] } {
  const { modules, summary } = Report.parse(JSON.parse(report))
  return {
    ours: modules.filter(({ source }) => source.startsWith('src/')).length,
    violations: summary.violations.map(({ rule, from, to, cycle }) => `${rule.name}: ${from} -> ${cycle ? cycle.map(({ name }) => name).join(' -> ') : to}`),
  }
}
