import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Of Designsystemet only what pages without script need: the whole would be three times as heavy. */
const parts = ['base', 'alert', 'button', 'card', 'divider', 'field', 'fieldset', 'heading', 'input', 'label', 'link', 'list', 'paragraph', 'tag', 'table', 'validation-message']

let made: { path: string; css: string } | undefined

function make(): { path: string; css: string } {
  const require = createRequire(import.meta.url)
  const read = (name: string) => readFileSync(require.resolve(`@digdir/designsystemet-css/${name}`), 'utf8')
  const css = ['@layer ds.theme, ds.base, ds.components;', read('theme.css'), `@layer ds.base{${read('base.css')}}`,
    ...parts.slice(1).map((name) => `@layer ds.components{${read(`${name}.css`)}}`),
    readFileSync(new URL('page.css', import.meta.url), 'utf8')].join('\n')
  return { css, path: `/plain/${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css` }
}

/** The style sheet of server-written pages, made once. */
export const pageStyle = (): { path: string; css: string } => (made ??= make())
export const stylePath = (): string => pageStyle().path
