import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { PlainDate, addDays } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { StepOwner } from './talk.schema.ts'
import { TalkKind } from './template/template.schema.ts'

const DAYS_AHEAD = 7

const Person = z.object({ personId: Id, name: z.string() })
const TodayTalks = z.object({
  talks: z.array(Person.extend({ id: Id, kind: TalkKind, plannedOn: PlainDate, plannedAt: z.string().nullable(), isLate: z.boolean() })),
  steps: z.array(Person.extend({ id: Id, talkId: Id, what: z.string(), who: StepOwner, dueOn: PlainDate })),
})

/** For the page of the day: talks with one's own participants that are due within a week or not held in time, and what was agreed in earlier ones and should be done. */
export const listTodayTalks = operation({
  permission: 'programme.write', reads: true, input: z.object({}), output: TodayTalks, subjects: (_, { talks, steps }) => [...talks, ...steps].map(({ personId }) => personId),
  async run({ tx, actor, today }) {
    const mine = tx.selectFrom('person as p').where('p.adviserId', '=', actor.id)
    const talks = await mine.innerJoin('talk as t', 't.personId', 'p.id').select(['p.id as personId', 'p.givenName', 'p.familyName', 't.id', 't.kind', 't.plannedOn', 't.plannedAt'])
      .where('t.heldOn', 'is', null).where('t.cancelledOn', 'is', null).where('t.plannedOn', '<=', addDays(today, DAYS_AHEAD)).orderBy('t.plannedOn').orderBy('t.plannedAt').execute()
    const steps = await mine.innerJoin('agreedStep as s', 's.personId', 'p.id').innerJoin('talk as t', 't.id', 's.talkId').select(['p.id as personId', 'p.givenName', 'p.familyName', 's.id', 's.talkId', 's.what', 's.who', 's.dueOn'])
      .where('t.heldOn', 'is not', null).where('s.doneOn', 'is', null).where('s.dueOn', '<', today).orderBy('s.dueOn').execute()
    const named = <R extends { givenName: string; familyName: string }>({ givenName, familyName, ...row }: R) => ({ ...row, name: `${givenName} ${familyName}` })
    return {
      talks: talks.flatMap((row) => (row.plannedOn === null ? [] : [{ ...named(row), plannedOn: row.plannedOn, plannedAt: row.plannedAt?.slice(0, 5) ?? null, isLate: row.plannedOn < today }])),
      steps: steps.flatMap((row) => (row.dueOn === null ? [] : [{ ...named(row), dueOn: row.dueOn }])),
    }
  },
})
