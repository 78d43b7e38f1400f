import { permissions } from '#shared/permission.ts'
import { expect, test } from 'vitest'
import nb from './nb.json' with { type: 'json' }

test('every permission has a name that people understand', () => {
  expect(permissions.filter((permission) => !(`permission.${permission}` in nb))).toEqual([])
})
