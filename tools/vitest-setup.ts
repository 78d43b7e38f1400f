import { rm } from 'node:fs/promises'
import { startPostgres } from '../src/platform/postgres.ts'
import { testFolder } from './test-folder.ts'

/**
 * Gives the tests a PostgreSQL server of their own in `TEST_DATABASE_URL` and takes it away afterwards; DATABASE_URL,
 * or a TEST_DATABASE_URL already there, is used instead. It dies with us, also when we are killed.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // an assignment of undefined to process.env would become the text 'undefined'
  if (!process.env.TEST_DATABASE_URL && process.env.DATABASE_URL) process.env.TEST_DATABASE_URL = process.env.DATABASE_URL
  if (process.env.TEST_DATABASE_URL) return undefined
  const folder = await testFolder('test')
  const database = await startPostgres(folder, { durable: false })
  process.env.TEST_DATABASE_URL = database.url
  return async () => {
    delete process.env.TEST_DATABASE_URL
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
