import { z } from 'zod'
import { savePersonDates } from '#domains/people/index.ts'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { impossibleFacts } from '#rules/possible.ts'
import { Id } from '#shared/id.ts'
import { SaveLegalFactsInput, toFacts } from './legal-facts.schema.ts'
import { loadFacts } from './load-facts.ts'

/**
 * Saves what the law asks about one person, in one place, so that it is asked once. Facts that cannot be are refused with
 * every reason. The first time needs no version; afterwards a stale one is refused.
 */
export const saveLegalFacts = operation({
  permission: 'programme.decide', input: SaveLegalFactsInput, output: z.object({ id: Id, version: z.int(), personVersion: z.int() }),
  subjects: ({ personId }) => [personId],
  async run(context, { id, personId, version, personVersion, facts, person, more }) {
    const { tx, today } = context
    const before = await loadFacts(tx, personId, today)
    refuseIf(impossibleFacts(toFacts(before.ofProgramme, { ...before.more, ...more }, facts, person), today).map((one) => ({ ...one, path: placeOf(one.path) })))
    const saved = await savePersonDates(context, { id: personId, version: personVersion, ...person })
    const kept = { ...facts, more: { ...before.more, ...more } }
    if (version !== undefined) return { id, personVersion: saved, version: await saveVersioned(context, 'legalFacts', { id, version, personId }, kept) }
    await tx.insertInto('legalFacts').values({ id, personId, ...kept, more: JSON.stringify(kept.more) }).execute()
    return { id, version: 1, personVersion: saved }
  },
})

/** Where in the form a fact stands. */
const placeOf = (name: string | undefined): string => (name === 'birthDate' || name === 'settledOn' ? `person.${name}` : name !== undefined && Object.hasOwn(SaveLegalFactsInput.shape.facts.shape, name) ? `facts.${name}` : `more.${name ?? ''}`)
