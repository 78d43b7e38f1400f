import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const COMPILER = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'
const fonts = ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf', 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', 'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf', 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf']

/** `ua-1`: for reading, with every aid. `a-2a`: for the archive (ISO 19005-2, level A): tagged as well, with its fonts and metadata in it, and nothing that changes. */
export type PdfStandard = 'ua-1' | 'a-2a'

type Compiler = { pdf: (source: { mainFileContent: string; inputs: Record<string, string> }, options: { pdfStandard: PdfStandard }) => Buffer }

/** The type setter is not on this machine: offer the printable page in its place. */
export class NoTypst extends Error {}

const require = createRequire(import.meta.url)
let compiler: Compiler | undefined

function load(): Compiler {
  try {
    // reason for the cast: the package is a bare binary without types
    const { NodeCompiler } = require(COMPILER) as { NodeCompiler: { create: (options: { fontArgs: { fontBlobs: Buffer[] }[] }) => Compiler } }
    return NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(require.resolve(`@expo-google-fonts/${path}`))) }] })
  } catch (error) {
    throw new NoTypst(`${COMPILER} cannot be loaded on ${process.platform} ${process.arch}`, { cause: error })
  }
}

/** Whether papers can be set here; for `doctor`. */
export function hasTypst(): boolean {
  try {
    compiler ??= load()
    return true
  } catch (error) {
    if (error instanceof NoTypst) return false
    throw error
  }
}

/** Letters our fonts lack: all but Latin, Greek, Cyrillic, Arabic, and the signs of ordinary writing. */
const unprintable = /[^\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Inherited}\u0020-\u02ff\u0600-\u060f\u061b-\u061f\u0660-\u066d\u2000-\u206f\u20ac\u2116\u2212]+/gu
/** What stands on paper in place of writing that our fonts do not have. */
const UNPRINTABLE = '[…]'

/** Whether the setter refused a letter, and not the template: paper for the archive may hold none that cannot be shown. */
const isLetterMissing = (error: unknown): boolean => error instanceof Error && /could not be displayed with font|contains the codepoint/.test(error.message)

/**
 * Sets `template` with `data` (as JSON in `sys.inputs.data`) as a tagged PDF. What stands in the file about it (title, author,
 * day, keywords) is said by the template's own `set document(...)`. Writing our fonts do not have (Tigrinya, Burmese …) becomes
 * `[…]` instead of stopping the paper. Throws NoTypst where the binary is missing.
 */
export function setPdf(template: string, data: unknown, pdfStandard: PdfStandard = 'ua-1'): Uint8Array<ArrayBuffer> {
  compiler ??= load()
  const written = JSON.stringify(data)
  const found = compiler
  const set = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(found.pdf({ mainFileContent: template, inputs: { data: text } }, { pdfStandard }))
  try {
    return set(written)
  } catch (error) {
    if (!isLetterMissing(error)) throw error
    return set(written.replace(unprintable, UNPRINTABLE))
  }
}
