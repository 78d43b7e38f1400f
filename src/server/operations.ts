import { peopleOperations } from '#domains/people/index.ts'

/** Every operation there is: one line for each slice. The name is the route, the client call and the audit entry. */
export const operations = {
  ...peopleOperations,
}

/** What the browser knows of the server: types only. */
export type Api = typeof operations
export type OperationName = keyof Api
