import { once } from 'node:events'
import { connect } from 'node:net'

/** One keep-alive connection of one browser. Small on purpose: client, server and database share the machine's cores. */
export type Browser = { ask(operation: string, input: unknown): Promise<unknown>; close(): void }

/** Opens a connection that asks operations one after another, with a session's cookie. Throws when an answer is not 200. */
export async function openBrowser(port: number, cookie: string): Promise<Browser> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await once(socket, 'connect')
  let received = Buffer.alloc(0)
  let answered: ((answer: { status: string; body: string }) => void) | undefined
  socket.on('data', (chunk) => {
    received = received.length > 0 ? Buffer.concat([received, chunk]) : chunk
    const end = received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = received.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (received.length < end + 4 + length) return
    const body = received.toString('utf8', end + 4, end + 4 + length)
    received = received.subarray(end + 4 + length)
    answered?.({ status: head.slice(9, 12), body })
  })
  return {
    async ask(operation, input) {
      const body = JSON.stringify(input)
      const answer = new Promise<{ status: string; body: string }>((done) => { answered = done })
      socket.write(`POST /api/${operation} HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\nx-fotfeste: 1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
      const { status, body: text } = await answer
      if (status !== '200') throw new Error(`${operation} answered ${status}: ${text.slice(0, 300)}`)
      return JSON.parse(text)
    },
    close: () => { socket.destroy() },
  }
}
