import { expect, test } from 'vitest'
import { writeRulesPage } from '../tools/rules-page.ts'
import { usedByRules } from '../tools/rules-used.ts'

test('the page about the rules is written from the rules as they are', () => {
  expect(writeRulesPage({ verify: true }), 'run `node start.mjs tools/rules-page.ts` and commit docs/rules.md').toBe(true)
})

test('what a rule rests on is found by asking it', () => {
  const used = usedByRules()
  expect([...used.get('programme.length')?.choices ?? []]).toContain('offerOnFirstOfJanuary')
  expect([...used.get('benefit.rate')?.values ?? []]).toContain('basicAmount')
})
