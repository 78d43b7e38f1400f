import { expect, test } from 'vitest'
import { writeDatabaseTypes } from '../tools/db-types.ts'
import { useWorld } from './world.ts'

const world = useWorld()

test('the committed types of the database are those of the migrated database', async () => {
  expect(await writeDatabaseTypes(world().ownerUrl, { verify: true }), 'run `node start.mjs tools/db-types.ts` and commit what it writes').toBe(true)
})
