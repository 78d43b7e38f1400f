import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { identityOperations } from '#domains/identity/index.ts'
import { ORIGIN, aBrowser, aServer, serverFolder, signedIn } from '#test/server.ts'
import { useWorld } from '#test/world.ts'
import { FileInput, FileOutput } from './files.ts'
import { compressFolder } from './http-static.ts'
import { log } from './log.ts'
import { operation } from './operation.ts'
import { Refused } from './problem.ts'

log.level = 'error'
const world = useWorld()

let timesDone = 0
const operations = {
  ...identityOperations,
  'trial.write': operation({ permission: 'identity.self', input: z.object({ word: z.string() }), output: z.object({ times: z.int() }), subjects: () => [], run: async () => ({ times: ++timesDone }) }),
  'trial.fail': operation({ permission: 'identity.self', input: z.object({}), output: z.object({}), subjects: () => [], run: async () => { throw new Error('Kari Nordmann 01017012345') } }),
  'trial.refuse': operation({ permission: 'identity.self', input: z.object({}), output: z.object({}), subjects: () => [], run: async () => { throw new Refused({ code: 'a' }, { code: 'b', path: 'c' }) } }),
  'trial.takeFile': operation({ permission: 'identity.self', input: FileInput.extend({ dryRun: z.boolean() }), output: z.object({ length: z.int(), name: z.string() }), subjects: () => [],
    run: async (_, { bytes, fileName }) => ({ length: bytes.length, name: fileName }) }),
  'trial.giveFile': operation({ permission: 'identity.self', reads: true, input: z.object({}), output: FileOutput, subjects: () => [],
    run: async () => ({ fileName: 'Avtale – Åse.txt', contentType: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode('blåbær') }) }),
}

test('a page of another site cannot call an operation, nor can anybody without a session', async () => {
  const { browser, app } = await signedIn(world(), { operations })
  const foreign = await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { accept: 'application/json' } })
  expect([foreign.statusCode, foreign.json()]).toMatchObject([422, { refusals: [{ code: 'request.foreign' }] }])
  const nobody = await app.inject({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { host: 'localhost:8080', 'x-fotfeste': '1' } })
  expect([nobody.statusCode, nobody.headers['content-type']]).toEqual([401, expect.stringContaining('application/problem+json')])
})

test('the same request sent twice is done once', async () => {
  const { call } = await signedIn(world(), { operations })
  const requestId = randomUUID()
  const answers = [await call('trial.write', { word: 'a' }, { 'x-request-id': requestId }), await call('trial.write', { word: 'a' }, { 'x-request-id': requestId })]
  expect(answers[0]?.json()).toEqual(answers[1]?.json())
  expect((await call('trial.write', { word: 'b' }, { 'x-request-id': requestId })).json()).toMatchObject({ status: 422, refusals: [{ code: 'request.reused' }] })
  expect((await call('trial.write', { word: 'a' }, { 'x-request-id': 'x' })).statusCode).toBe(422)
})

test('every kind of no has its own answer, and a fault tells nothing but its number', async () => {
  const { call } = await signedIn(world(), { operations })
  expect((await call('trial.refuse', {})).json()).toMatchObject({ status: 422, refusals: [{ code: 'a' }, { code: 'b', path: 'c' }] })
  expect((await call('identity.listAccounts', {})).json()).toMatchObject({ status: 403, title: 'Lacks identity.manage' })
  expect((await call('people.nothing', {})).statusCode).toBe(404)
  expect((await call('constructor', {})).statusCode).toBe(404)
  expect((await call('trial.write', { word: 'x'.repeat(1_100_000) })).statusCode).toBe(413)
  const fault = await call('trial.fail', {})
  expect(fault.json()).toMatchObject({ status: 500, id: expect.stringMatching(/^[\da-f-]{36}$/) })
  expect(fault.body).not.toContain('Nordmann')
})

test('files go in and out with any name', async () => {
  const { browser } = await signedIn(world(), { operations })
  const sent = await browser.ask({ method: 'POST', url: '/files/trial.takeFile?input=%7B%22dryRun%22%3Atrue%7D', payload: Buffer.alloc(3_000_000), headers: { 'x-fotfeste': '1', 'x-file-name': encodeURIComponent('Deltakere å.xlsx'), 'content-type': 'application/json' } })
  expect(sent.json()).toEqual({ length: 3_000_000, name: 'Deltakere å.xlsx' })
  const got = await browser.ask({ url: '/files/trial.giveFile' })
  expect(got.body).toBe('blåbær')
  expect(got.headers['content-disposition']).toBe("attachment; filename=\"Avtale _ _se.txt\"; filename*=UTF-8''Avtale%20%E2%80%93%20%C3%85se.txt")
  expect(got.headers['x-content-type-options']).toBe('nosniff')
  expect((await browser.ask({ url: '/files/identity.whoAmI' })).statusCode).toBe(404)
  const large = await browser.ask({ method: 'POST', url: '/files/trial.takeFile', payload: Buffer.alloc(21 * 1024 * 1024), headers: { 'x-fotfeste': '1', 'x-file-name': 'a', accept: 'application/json' } })
  expect(large.statusCode).toBe(413)
})

test('the operations describe themselves', async () => {
  const { browser } = await signedIn(world(), { operations })
  const description = (await browser.ask({ url: '/openapi.json' })).json()
  expect(description).toMatchObject({ openapi: '3.1.0', paths: { '/api/identity.whoAmI': { post: { operationId: 'identity.whoAmI', 'x-permission': 'identity.self' } }, '/files/trial.giveFile': { get: {} }, '/files/trial.takeFile': { post: {} } } })
})

test('whoever comes by another name of this machine goes on under its own', async () => {
  const { app } = await signedIn(world(), { operations })
  const answer = await app.inject({ url: '/people?page=1', headers: { host: '127.0.0.1:8080' } })
  expect([answer.statusCode, answer.headers.location]).toEqual([302, `${ORIGIN}/people?page=1`])
  expect((await app.inject({ url: '/health', headers: { host: '127.0.0.1:8080' } })).json()).toMatchObject({ status: 'ok' })
})

test('the built web is sent compressed and kept for long; any page of it is the shell', async () => {
  const web = join(serverFolder, 'built-web')
  await mkdir(join(web, 'assets'), { recursive: true })
  await writeFile(join(web, 'staff.html'), `<!doctype html><title>Fotfeste</title>${'<p>shell</p>'.repeat(200)}`)
  await writeFile(join(web, 'assets', 'staff-abc.js'), `// ${'script '.repeat(500)}`)
  await compressFolder(web)
  const browser = aBrowser(await aServer(world(), { webFolder: web }))
  const script = await browser.ask({ url: '/assets/staff-abc.js', headers: { 'accept-encoding': 'br, gzip' } })
  expect(script.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': expect.stringContaining('immutable') })
  for (const url of ['/', '/people/123?x=1']) {
    const page = await browser.ask({ url })
    expect([page.statusCode, page.body.includes('shell')], url).toEqual([200, true])
    expect(page.headers).toMatchObject({ 'content-security-policy': expect.stringContaining("default-src 'self'"), 'cache-control': 'no-cache' })
  }
  expect((await browser.ask({ url: '/assets/gone.js' })).statusCode).toBe(404)
  expect((await browser.ask({ url: '/api/gone' })).statusCode).toBe(404)
})

test('with the database away everything says so and asks to try again', async () => {
  const { app, browser, call } = await signedIn(world(), { operations })
  const away = await aServer(world(), { db: { ...world().db, staff: Object.assign(Object.create(world().db.staff), {
    connect: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
    query: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })) }) } })
  expect((await call('identity.whoAmI', {})).statusCode).toBe(200)
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const answer = await away.inject({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { host: 'localhost:8080', cookie, 'x-fotfeste': '1' } })
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2'])
  expect((await away.inject({ url: '/health' })).statusCode).toBe(503)
  expect((await app.inject({ url: '/health' })).statusCode).toBe(200)
})
