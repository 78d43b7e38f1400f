import { createTransport } from 'nodemailer'

/** One letter, in plain text and in HTML. */
export type Letter = { /** Makes the Message-ID, so that a letter sent twice is known as one. */ id: string; to: string; subject: string; text: string; html: string }

export type Mailer = {
  /** Throws `Undeliverable` when it can never arrive, anything else when it may be tried again. */
  send(letter: Letter): Promise<void>
  /** Throws when the mail server cannot be reached. */
  verify(): Promise<void>
  close(): void
}

/** The receiving side says no for good: an address that does not exist. */
export class Undeliverable extends Error {}

const PATIENCE_MS = 15_000

const responseCodeOf = (error: unknown): number =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0

/** Sends by the mail server at `url`, in the name of `from`. */
export function makeMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({ url, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS })
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ id, to, subject, text, html }) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html, messageId: `<${id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' }, disableFileAccess: true, disableUrlAccess: true })
      } catch (error) {
        if (responseCodeOf(error) >= 500) throw new Undeliverable(`The mail server refused it (${responseCodeOf(error)})`, { cause: error })
        throw error
      }
    },
    async verify() { await transport.verify() },
    close() { transport.close() },
  }
}
