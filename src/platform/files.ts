import { z } from 'zod'

/** The largest file somebody may send, in bytes. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024

/** What an operation that takes a file gets beside its other input. */
export const FileInput = z.object({ fileName: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) })
export type FileInput = z.infer<typeof FileInput>

/** The output of an operation that answers a file: `GET /files/<operation>`. */
export const FileOutput = z.object({
  fileName: z.string().min(1), contentType: z.string(), bytes: z.instanceof(Uint8Array), disposition: z.enum(['attachment', 'inline']).default('attachment'),
})
export type FileOutput = z.infer<typeof FileOutput>

/** Whether what an operation answers is a file, also where it says more beside it, such as whom the file is about. */
export const isFileOutput = (output: z.ZodType): boolean =>
  output instanceof z.ZodObject && Object.keys(FileOutput.shape).every((field) => field in output.shape)

/** A Content-Disposition that carries a name with any letters (RFC 6266). */
export function dispositionHeader({ fileName, disposition }: Pick<FileOutput, 'fileName' | 'disposition'>): string {
  const plain = fileName.replace(/[^\w. -]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
