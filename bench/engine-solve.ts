import { readFileSync } from 'node:fs'
import { faultOfSolution } from '#matching/engine/certificate.ts'
import { readBinary } from '#matching/engine/problem-file.ts'
import { solve } from '#matching/engine/solve.ts'

/** One instance in a process of its own, as somebody who asks once meets it: prints what it took. */
const read = readBinary(readFileSync(process.argv[2] ?? ''))
if (!read.ok) throw new Error(read.reasons.join('\n'))
const { instance } = read.problem
const from = performance.now()
const solution = solve(instance, 1)
const solved = performance.now()
if (!solution) throw new Error('There is no answer.')
const fault = faultOfSolution(instance, solution)
const checked = performance.now()
console.log(JSON.stringify({ seconds: (solved - from) / 1000, checkMs: checked - solved, objective: solution.objective, fault: fault ?? null, megabytes: process.resourceUsage().maxRSS / 1000 }))
