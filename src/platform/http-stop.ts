import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const LOOK_EVERY_MS = 50
/** What is not answered by then is cut off, so that the rest can still be stopped in order. */
const MOST_MS = 8_000

/**
 * Lets a stop wait for answers and for nothing else: connections that are kept alive, or that a browser opened for later
 * without asking anything, would hold it up until they time out.
 */
export function stopWithoutIdlers(app: FastifyInstance): void {
  const open = new Set<Socket>()
  app.server.on('connection', (socket) => { open.add(socket); socket.once('close', () => open.delete(socket)) })
  app.addHook('preClose', async () => {
    if (!app.server.listening) return
    const closeIdlers = (): void => {
      app.server.closeIdleConnections()
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy() // Node does not count these as idle
    }
    const again = setInterval(closeIdlers, LOOK_EVERY_MS).unref()
    const last = setTimeout(() => app.server.closeAllConnections(), MOST_MS).unref()
    app.server.once('close', () => { clearInterval(again); clearTimeout(last) })
  })
}
