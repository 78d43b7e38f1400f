import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const COMPILER = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'
const fonts = ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf', 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', 'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf', 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf']

type Compiler = { pdf: (source: { mainFileContent: string; inputs: Record<string, string> }, options: { pdfStandard: 'ua-1' }) => Buffer }

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

/** Sets `template` with `data` (as JSON in `sys.inputs.data`) as a tagged PDF (PDF/UA-1). Throws NoTypst where the binary is missing. */
export function setPdf(template: string, data: unknown): Uint8Array<ArrayBuffer> {
  compiler ??= load()
  return new Uint8Array(compiler.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) } }, { pdfStandard: 'ua-1' }))
}
