import { expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '#shared/file-text.ts'
import { refusalsOf } from './problem.ts'
import { postFile } from './request.ts'

test('a file that is too large is refused as such before it is sent, not as a server that does not answer', async () => {
  const file = new File([new Uint8Array(MAX_FILE_BYTES + 1)], 'stor.xlsx')
  expect(refusalsOf(await postFile('/files/people.importParticipants', file).catch((error: unknown) => error))).toEqual([{ code: 'tooLarge' }])
})
