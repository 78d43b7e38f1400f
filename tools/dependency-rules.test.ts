import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cruised } from './cruised.ts'

const root = join(import.meta.dirname, '..')
let project: string
let broken: string[]

/** One small project in which each rule is broken once, and the permitted neighbour of each fault is there too. */
const files: Record<string, string> = {
  'src/shared/word.ts': `import { z } from 'zod'\nexport const word = z.string()`,
  'src/shared/reader.ts': `import { readFileSync } from 'node:fs'\nexport const reader = readFileSync`,
  'src/shared/upwards.ts': `export { rule } from '#rules/benefit/rule.ts'`,
  'src/rules/benefit/rule.ts': `export { word as rule } from '#shared/word.ts'`,
  'src/rules/benefit/strays.ts': `export { Person } from '#domains/people/person.schema.ts'`,
  'src/platform/db.ts': `export { word as db } from '#shared/word.ts'`,
  'src/platform/strays.ts': `export { people } from '#domains/people/index.ts'`,
  'src/domains/people/person.schema.ts': `export { word as Person } from '#shared/word.ts'`,
  'src/domains/people/person.core.ts': `export { db } from '#platform/db.ts'`,
  'src/domains/people/person.operations.ts': `export { db as people } from '#platform/db.ts'`,
  'src/domains/people/index.ts': `export { people } from './person.operations.ts'`,
  'src/domains/people/one.ts': `import { two } from './two.ts'\nexport const one = () => two`,
  'src/domains/people/two.ts': `import { one } from './one.ts'\nexport const two = () => one`,
  'src/domains/people/strays.ts': `export { registry } from '#server/registry.ts'`,
  'src/domains/matching/door.ts': `export { people } from '#domains/people/index.ts'\nexport { Person } from '#domains/people/person.schema.ts'`,
  'src/domains/matching/window.ts': `export { one } from '#domains/people/one.ts'`,
  'src/domains/people/web/Good.tsx': `import type { Registry } from '#server/registry.ts'\nexport { Person } from '../person.schema.ts'\nexport type Props = { api: Registry }`,
  'src/domains/people/web/Bad.tsx': `export { people } from '../person.operations.ts'`,
  'src/domains/people/web/Worse.tsx': `export { join } from 'node:path'`,
  'src/server/registry.ts': `export { people as registry } from '#domains/people/person.operations.ts'\nexport type Registry = string`,
  'src/server/back-door.ts': `export { two } from '#domains/people/two.ts'`,
  'src/server/screens.ts': `export { Person } from '#domains/people/web/Good.tsx'`,
  'src/server/lost.ts': `import './nowhere.ts'`,
  'src/platform/needs-a-test.ts': `export { world } from '#test/world.ts'`,
  'test/world.ts': `export { registry as world } from '#server/registry.ts'`,
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'fotfeste-rules-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true })
    writeFileSync(join(project, name), `${text}\n`)
  }
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) cpSync(join(root, name), join(project, name))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  const cruise = spawnSync(process.execPath, ['node_modules/.bin/depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
    { cwd: project, encoding: 'utf8' })
  broken = cruised(cruise.stdout).violations
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

test.each([
  ['resolvable', 'src/server/lost.ts'],
  ['no-circular', 'src/domains/people/one.ts'],
  ['pure-stays-pure', 'src/shared/reader.ts'],
  ['pure-stays-pure', 'src/domains/people/person.core.ts'],
  ['shared-knows-only-shared', 'src/shared/upwards.ts'],
  ['rules-know-only-shared', 'src/rules/benefit/strays.ts'],
  ['platform-knows-no-domain', 'src/platform/strays.ts'],
  ['domains-know-no-composition', 'src/domains/people/strays.ts'],
  ['domains-meet-at-the-door', 'src/domains/matching/window.ts'],
  ['portals-enter-by-the-door', 'src/server/back-door.ts'],
  ['browser-never-imports-server', 'src/domains/people/web/Bad.tsx'],
  ['browser-has-no-node', 'src/domains/people/web/Worse.tsx'],
  ['server-never-imports-browser', 'src/server/screens.ts'],
  ['source-never-imports-tests', 'src/platform/needs-a-test.ts'],
])('%s catches %s', (rule, file) => {
  expect(broken.filter((line) => line.startsWith(`${rule}: `) && line.includes(file))).not.toEqual([])
})

test('what is permitted is left in peace', () => {
  const permitted = ['src/shared/word.ts', 'src/rules/benefit/rule.ts', 'src/platform/db.ts', 'src/domains/people/index.ts', 'src/domains/matching/door.ts',
    'src/domains/people/web/Good.tsx', 'src/server/registry.ts']
  expect(broken.filter((line) => permitted.some((file) => line.includes(`: ${file} ->`)))).toEqual([])
})
