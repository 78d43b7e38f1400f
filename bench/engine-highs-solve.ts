import { readFileSync } from 'node:fs'
import { readBinary } from '#matching/engine/problem-file.ts'
import { solveByHighs } from '#matching/highs.ts'

/** One instance by HiGHS in a process of its own, which it may bring down: prints what it took. */
const read = readBinary(readFileSync(process.argv[2] ?? ''))
if (!read.ok) throw new Error(read.reasons.join('\n'))
const from = performance.now()
const answer = await solveByHighs(read.problem.instance, [], { seconds: Number(process.argv[3]), relaxed: true })
console.log(JSON.stringify({ status: answer.status, seconds: (performance.now() - from) / 1000, objective: 'bound' in answer ? Math.round(answer.bound) : null, megabytes: process.resourceUsage().maxRSS / 1000 }))
