import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import nb from '#domains/competence/paths/messages/nb.json' with { type: 'json' }
import { TRADES, standardPath } from '#domains/competence/paths/standard-paths.core.ts'
import type { SeedPerson } from './people.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

const texts = new Map(Object.entries(nb))
const words: Parameters<typeof standardPath>[3] = { trade: (key) => texts.get(`trade.${key}`) ?? key, step: (form, kind) => texts.get(`standard.${form}.${kind}`) ?? null, text: (form, part) => texts.get(`standard.${form}.${part}`) ?? '' }

/** The catalogue as taken in, with two roads the county has confirmed, and some who are on one. */
export async function writePaths(tx: Tx, random: Random, people: readonly SeedPerson[], today: PlainDate): Promise<void> {
  const paths = TRADES.flatMap((trade) => trade.forms.map((form) => standardPath(random.uuid(), trade, form, words)))
  const isAsked = ({ trade, form }: { trade: string; form: string }): boolean => form === 'on_the_job' && (trade === words.trade('health') || trade === words.trade('cleaning'))
  await insertAll(tx, 'tradePath', paths.map(({ steps, ...path }) => ({ ...path, steps: JSON.stringify(steps), ...(isAsked(path) && { confirmedOn: addDays(today, -60), confirmedWith: 'Fagopplæringen i Fjordfylke', unconfirmed: null }) })))
  const near = people.filter(({ status }) => status === 'in_programme' || status === 'in_work')
  // the first of them has an account of her own, so that her pages show a road too
  const on = [...near.filter(({ status }) => status === 'in_programme').slice(0, 1), ...random.some(near.slice(1), 14)].filter((one, at, all) => all.findIndex(({ id }) => id === one.id) === at).map((one, index) => {
    const path = random.pick(paths)
    const chosenOn = addDays(today, -random.int(20, 300))
    return { id: random.uuid(), personId: one.id, pathId: path.id, chosenOn, stepsDone: JSON.stringify(index % 3 === 0 ? [{ stepId: 'assistant', on: addDays(chosenOn, 10) }] : []), note: index % 4 === 0 ? 'Valgt etter samtale med karrieresenteret.' : null }
  })
  await insertAll(tx, 'personPath', on)
}
