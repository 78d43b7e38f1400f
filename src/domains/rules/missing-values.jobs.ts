import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import { dayInNorway } from '#shared/date.ts'
import { queueMessage } from '#domains/notifications/index.ts'
import type { Tx } from '#platform/db.ts'
import { asActor } from '#platform/db.ts'
import type { JobTools } from '#platform/jobs.ts'
import { parameters } from '#rules/registry.ts'
import { loadGrounds } from './load-grounds.ts'
import { ruleText } from './rule-texts.ts'
import { localeFor } from './rules.schema.ts'
import type { Missing } from './settings.core.ts'
import { missingAhead } from './settings.core.ts'

const administrators = (tx: Tx) => tx.selectFrom('account').select(['id', 'email', 'locale'])
  .where('isActive', '=', true).where(sql<boolean>`'administrator' = any (roles)`).execute()

/** One letter for each figure that will be missing, once a month: the key says which and when. */
async function tell(tx: Tx, { name, on }: Missing, today: PlainDate): Promise<void> {
  for (const { id, email, locale } of await administrators(tx)) {
    const value = ruleText(localeFor(undefined, locale), `value.${name}`)
    await queueMessage(tx, { key: `rule_value_missing:${name}:${today.slice(0, 7)}:${id}`, to: email, accountId: id, locale, template: 'rule_value_missing', params: { value, on, link: '/rules/settings' } })
  }
}

/** Tells the administrators months ahead that a yearly figure will be missing; harmless when repeated. Figures nobody has found are shown on the page alone. */
export async function warnOfMissingValues({ db, actor, now }: JobTools): Promise<void> {
  const today = dayInNorway(now)
  const yearly = parameters.filter(({ renews, values }) => renews !== undefined && values.length > 0)
  await asActor(db, actor, async (tx) => {
    const { entered } = await loadGrounds(tx)
    for (const missing of missingAhead(yearly, today, entered)) await tell(tx, missing, today)
  })
}
