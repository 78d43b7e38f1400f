import type { Output } from '#web/api.ts'

/** An agreement as the server shows it to whoever is signed in, for the page and its parts. */
export type Agreement = Output<'placements.getAgreement'>
