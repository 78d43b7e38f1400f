import { existsSync } from 'node:fs'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { wantsPage } from './http-problem.ts'
import { noticePage } from './page-texts.ts'
import { pageStyle } from './page-style.ts'
import { NotFound } from './problem.ts'
import { localeAsked } from './texts.ts'

const YEAR = 'public, max-age=31536000, immutable'
const compressible = /\.(js|css|html|svg|json|map)$/
const WORTH_COMPRESSING = 1024

/** Writes a .br and a .gz beside every text file of a finished build, so that no answer waits for compression. */
export async function compressFolder(folder: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => compressible.test(name))
  await Promise.all(names.map(async (name) => {
    const file = join(folder, name)
    if ((await stat(file)).size < WORTH_COMPRESSING) return
    const bytes = await readFile(file)
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  }))
}

const SHELL = 'staff.html'

/** The built web: files with a hash in their name for a year, the shell for every other address a person opens. */
export async function carryWeb(app: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder)) {
    await app.register(fastifyStatic, {
      root: folder, index: SHELL, preCompressed: true, cacheControl: false,
      setHeaders: (reply, path) => { reply.header('cache-control', path.includes('/assets/') ? YEAR : 'no-cache') },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && wantsPage(request) && !/\.\w+$/.test(request.url.split('?')[0] ?? '')
    if (!isPage) throw new NotFound()
    if (existsSync(join(folder, SHELL))) return reply.sendFile(SHELL)
    return reply.code(503).type('text/html; charset=utf-8').send(noticePage(localeAsked(request.headers['accept-language']), 'noWeb'))
  })
}

/** Style, font, mark and the two small scripts of server-written pages. */
export function carryPageParts(app: FastifyInstance): void {
  const { path, css } = pageStyle()
  const font = createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')
  const face = "@font-face{font-family:'Inter Variable';font-weight:100 900;font-display:swap;src:url(/plain/inter.woff2) format('woff2');unicode-range:U+0000-024F,U+2000-206F}"
  const smaller = { br: promisify(brotliCompress)(face + css), gzip: promisify(gzip)(face + css, { level: 9 }) }
  app.get(path, async (request, reply) => {
    reply.header('cache-control', YEAR).header('vary', 'accept-encoding').type('text/css; charset=utf-8')
    // without TLS a browser takes no br
    const taken = (['br', 'gzip'] as const).find((encoding) => String(request.headers['accept-encoding'] ?? '').includes(encoding))
    return taken ? reply.header('content-encoding', taken).send(await smaller[taken]) : reply.send(face + css)
  })
  app.get('/plain/inter.woff2', async (_request, reply) => reply.header('cache-control', YEAR).type('font/woff2').send(await readFile(font)))
  app.get('/plain/icon.svg', async (_request, reply) => reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(await readFile(new URL('../web/icon.svg', import.meta.url))))
  app.get('/plain/submit.js', async (_request, reply) => reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send("document.forms[0]?.submit()\n"))
  app.get('/plain/listen.js', async (_request, reply) => reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send(await readFile(new URL('listen.browser.js', import.meta.url))))
}
