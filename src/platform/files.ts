import { z } from 'zod'

/** A file as the answer of an operation: the door sends its bytes under its name. */
export const FileOutput = z.object({ fileName: z.string(), contentType: z.string(), bytes: z.instanceof(Uint8Array) })
export type FileOutput = z.infer<typeof FileOutput>
