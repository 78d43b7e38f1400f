import { MAX_FILE_BYTES } from '#shared/file-text.ts'
import { NetworkError, ProblemError, problemFrom } from './problem.ts'

/** Every request carries it: a page of another site cannot add a header of its own. */
const GUARD = { 'x-fotfeste': '1' }

/** Sends the browser to sign in and back to where it was. */
export function goToSignIn(): void {
  location.assign(`/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`)
}

function refused(problem: ProblemError): ProblemError {
  if (problem.problem.status === 401) goToSignIn()
  return problem
}

/**
 * `POST` with JSON; throws ProblemError when the server says no, NetworkError when nobody answers. A `requestId` lets
 * the server know a request that is sent once more.
 */
export async function postJson(path: string, body: unknown, requestId?: string): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST', headers: { 'content-type': 'application/json', ...GUARD, ...(requestId ? { 'x-request-id': requestId } : {}) }, body: JSON.stringify(body),
  }).catch(() => { throw new NetworkError(path) })
  if (!response.ok) throw refused(await problemFrom(response))
  return response.json()
}

/** Sends a file as it is; `onProgress` gets the share sent, 0 to 1. */
export function postFile(path: string, file: File, onProgress?: (share: number) => void): Promise<unknown> {
  // not sent at all: the server closes the line on one that is too large, which looks as if nobody answered
  if (file.size > MAX_FILE_BYTES) return Promise.reject(new ProblemError({ status: 413 }))
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    for (const [name, value] of Object.entries({ ...GUARD, 'x-file-name': encodeURIComponent(file.name) })) request.setRequestHeader(name, value)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress?.(event.loaded / event.total) }
    request.onerror = () => reject(new NetworkError(path))
    request.onload = () => {
      const json = (): Promise<unknown> => new Promise((done) => { done(JSON.parse(request.responseText)) })
      if (request.status >= 200 && request.status < 300) json().then(resolve, reject)
      else void problemFrom({ status: request.status, json }).then((problem) => reject(refused(problem)))
    }
    request.send(file)
  })
}
