import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { saveAttendance } from './attendance.ts'
import { benefitRun } from './benefit.ts'
import { engine } from './engine.ts'
import { importPeople } from './import.ts'
import { listPeople } from './list-people.ts'
import { matches } from './matches.ts'
import type { Line } from './measure.ts'
import type { National } from './national.ts'
import { openNational } from './national.ts'
import { personPage } from './person-page.ts'
import { describe, page, shown } from './report.ts'
import { askRules } from './rules.ts'
import { scoring } from './scoring.ts'
import { root } from './serve.ts'
import { start } from './start.ts'
import { weight } from './weight.ts'

/** `npm run bench`: what is promised of speed and size, measured. A missed bar is said, not punished. */
const WHOLE = 1_000_000
/** What needs no database is measured without one. */
const alone: Record<string, () => Promise<Line[]>> = { rules: askRules, engine, scoring }
const bars: Record<string, (national: National) => Promise<Line[]>> = { list: listPeople, page: personPage, matches, import: importPeople, attendance: saveAttendance, benefit: benefitRun, weight, start }

const { values } = parseArgs({ options: { only: { type: 'string' }, people: { type: 'string', default: String(WHOLE) } } })
const asked = (all: object): string[] => Object.keys(all).filter((name) => values.only === undefined || values.only === name)
const names = asked(bars)
if (names.length + asked(alone).length === 0) throw new Error(`There is no bar '${values.only}'. Write one of: ${Object.keys({ ...bars, ...alone }).join(', ')}.`)

const lines: Line[] = []
function keep(measured: readonly Line[]): void {
  for (const line of measured) console.log(shown(line))
  lines.push(...measured)
}

async function measureNational(people: number): Promise<void> {
  const national = await openNational(people)
  try {
    const about = await describe(national, people)
    console.log(`${about.join('\n')}\n`)
    for (const name of names) keep(await bars[name]?.(national) ?? [])
    // the page is of a whole run alone: figures of different days would stand side by side
    if (values.only === undefined && people === WHOLE) await writeFile(join(root, 'docs/benchmarks.md'), page(about, lines))
  } finally {
    await national.stop()
  }
}

for (const name of asked(alone)) keep(await alone[name]?.() ?? [])
if (names.length > 0) await measureNational(Number(values.people))
