import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_ACCENT, accentVariables, contrast, readHex } from './accent.ts'

const colour = (variables: Record<string, string>, name: string) => readHex(variables[`--ds-color-accent-${name}`] ?? '') ?? [0, 0, 0] as const
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('whatever colour a municipality chooses, text on it and in it can be read', () => {
  fc.assert(fc.property(hex, (chosen) => {
    const scale = accentVariables(chosen)
    expect(contrast(colour(scale, 'base-default'), colour(scale, 'base-contrast-default'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour(scale, 'base-hover'), colour(scale, 'base-contrast-default'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour(scale, 'text-subtle'), colour(scale, 'surface-tinted'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour(scale, 'text-default'), colour(scale, 'surface-active'))).toBeGreaterThanOrEqual(4.5)
  }))
})

test('a dark colour is kept as it was chosen', () => {
  expect(accentVariables('#12564d')['--ds-color-accent-base-default']).toBe('#12564d')
})

test('what is not a colour gives the product\'s own', () => {
  expect(accentVariables('javascript:')).toEqual(accentVariables(DEFAULT_ACCENT))
})
