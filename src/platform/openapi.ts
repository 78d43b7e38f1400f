import { z } from 'zod'
import { isFileOutput } from './files.ts'
import type { Operations } from './http-operations.ts'
import type { Operation } from './operation.ts'

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}

const problem = {
  type: 'object', required: ['title', 'status'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, id: { type: 'string', format: 'uuid' },
    refusals: { type: 'array', items: { type: 'object', required: ['code'], properties: {
      code: { type: 'string', description: 'A message key.' }, path: { type: 'string' }, params: { type: 'object', additionalProperties: { type: ['string', 'number'] } } } } },
  },
}

const inJson = (schema: object, type = 'application/json') => ({ content: { [type]: { schema } } })
const problems = Object.fromEntries(([[401, 'Not signed in'], [403, 'Lacks the permission'], [404, 'Absent, or hidden from the one who asks'],
  [422, 'Refused, with every reason'], [503, 'The database is away: try again']] as const)
  .map(([status, description]) => [status, { description, ...inJson({ $ref: '#/components/schemas/Problem' }, 'application/problem+json') }]))

const guard = { name: 'x-fotfeste', in: 'header', required: true, schema: { const: '1' }, description: 'A page of another site cannot send it.' }
const requestId = { name: 'x-request-id', in: 'header', schema: { type: 'string', format: 'uuid' }, description: 'The same id sent twice is done once.' }

function describe(name: string, op: Operation): [string, object] {
  const common = { operationId: name, tags: [name.split('.')[0]], 'x-permission': op.permission }
  if (isFileOutput(op.output)) {
    const input = { name: 'input', in: 'query', content: { 'application/json': { schema: schemaOf(op.input, 'input') } } }
    return [`/files/${name}`, { get: { ...common, parameters: [input], responses: { 200: { description: 'The file' }, ...problems } } }]
  }
  if (op.input instanceof z.ZodObject && 'bytes' in op.input.shape) {
    const rest = { name: 'input', in: 'query', content: { 'application/json': { schema: schemaOf(op.input.omit({ bytes: true, fileName: true }), 'input') } } }
    const fileName = { name: 'x-file-name', in: 'header', required: true, schema: { type: 'string' }, description: 'The name of the file, URI-encoded.' }
    return [`/files/${name}`, { post: { ...common, parameters: [guard, requestId, fileName, rest], requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: { 200: { description: 'Done', ...inJson(schemaOf(op.output, 'output')) }, ...problems } } }]
  }
  return [`/api/${name}`, { post: { ...common, parameters: op.reads ? [guard] : [guard, requestId], requestBody: { required: true, ...inJson(schemaOf(op.input, 'input')) },
    responses: { 200: { description: 'Done', ...inJson(schemaOf(op.output, 'output')) }, ...problems } } }]
}

/** The description of every operation in OpenAPI 3.1, made from the shapes the server itself checks by. */
export const openApi = (operations: Operations, version: string): object => ({
  openapi: '3.1.0',
  info: { title: 'Fotfeste', version, description: 'Every operation a user interface may call. Who may is in x-permission.' },
  paths: Object.fromEntries(Object.entries(operations).map(([name, op]) => describe(name, op))),
  components: { schemas: { Problem: problem }, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'fotfeste_session' } } },
  security: [{ session: [] }],
})
