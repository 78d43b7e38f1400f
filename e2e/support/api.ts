import type { Page } from 'playwright-core'
import type { z } from 'zod'
import type { Api, OperationName } from '#server/operations.ts'

/** Calls an operation as the one signed in on the page: for what a story needs done before it begins. */
export async function call<N extends OperationName>(page: Page, name: N, input: z.input<Api[N]['input']>): Promise<z.output<Api[N]['output']>> {
  const { status, text } = await page.evaluate(async ([path, body]) => {
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', 'x-fotfeste': '1' }, body })
    return { status: answer.status, text: await answer.text() }
  }, [`/api/${name}`, JSON.stringify(input)] as const)
  if (status !== 200) throw new Error(`${name} answered ${status}: ${text}`)
  return JSON.parse(text)
}
