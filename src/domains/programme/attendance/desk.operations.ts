import { sql } from 'kysely'
import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import { localeFor } from '#domains/rules/rules.schema.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { addDays, addMonths } from '#shared/date.ts'
import { loadRuleFacts } from '../week/load-rule-facts.ts'
import type { Absence } from './absence.schema.ts'
import { isRunningOut } from './counters.core.ts'
import { Desk } from './desk.schema.ts'
import { leaveCounters } from './leave-counters.ts'
import { counts, loadAbsences } from './load-absences.ts'
import { loadPlannedDays } from './load-patterns.ts'
import { loadReports } from './load-reports.ts'
import { patternsOf } from './pattern.core.ts'
import { lossOf, noteNeededFrom } from './self-certification.ts'
import { unregisteredClasses } from './unregistered-classes.ts'

type Participant = { id: string; name: string }
const participantsOf = async ({ tx, actor }: Context, mine: boolean): Promise<Participant[]> => (await sql<Participant>`select p.id, p.given_name || ' ' || p.family_name as name
  from participation s join person p on p.municipality_id = s.municipality_id and p.id = s.person_id where s.ended_on is null and ${mine ? sql`p.adviser_id = ${actor.id}` : sql`true`} order by p.given_name, p.family_name, p.id`.execute(tx)).rows

const certified = ['own_illness', 'sick_child', 'sick_carer', 'long_illness', 'long_illness_child']
/** A paper is missing: none was given, it was promised and has not come, or her own word does not reach. */
const lacksPaper = (one: Absence, noteFrom: string | null): boolean => certified.includes(one.kind) && one.decision !== 'unauthorised' && (one.certification === 'none' || (one.certification === 'doctor' && one.documentedOn === null) || noteFrom !== null)

/** How far back a day away is still asked about, when it was most of the day. */
const UNEXPLAINED_DAYS = 35
/** How far back a missing paper is still asked for. */
const PAPER_DAYS = 90

/** What waits for an adviser: reports without a kind, absences without a decision, papers that are missing, quotas that run out, patterns worth a talk, classes nobody has registered. */
export const getAbsenceDesk = operation({
  permission: 'programme.absence', reads: true, input: z.object({ mine: z.boolean().default(true) }), output: Desk,
  subjects: (_, desk) => [desk.reports, desk.undecided, desk.papers, desk.quotas, desk.selfCertifications, desk.patterns, desk.unexplained].flatMap((rows) => rows.map(({ personId }) => personId)),
  async run(context, { mine }) {
    const { tx, today, actor } = context
    const people = await participantsOf(context, mine)
    const ids = people.map(({ id }) => id)
    const nameOf = new Map(people.map(({ id, name }) => [id, name]))
    const grounds = await loadGrounds(tx)
    const facts = await loadRuleFacts(tx, ids)
    const absences = Map.groupBy((await loadAbsences(tx, ids, addMonths(today, -12), addMonths(today, 12))).filter(counts), ({ personId }) => personId)
    const named = [...absences.values()].flat().map((one) => ({ ...one, personName: nameOf.get(one.personId) ?? '' }))
    const papers = named.filter((one) => one.fromDate >= addDays(today, -PAPER_DAYS)).map((one) => ({ ...one, doctorsNoteFrom: noteNeededFrom(one, absences.get(one.personId) ?? [], { facts: facts.get(one.personId) ?? {}, grounds, today }) }))
    const days = await loadPlannedDays(tx, ids, today)
    const who = (personId: string) => ({ personId, personName: nameOf.get(personId) ?? '' })
    return {
      mine, reports: await loadReports(tx, mine ? sql`p.adviser_id = ${actor.id}` : sql`true`),
      undecided: named.filter(({ decision }) => decision === 'pending'),
      papers: papers.filter((one) => lacksPaper(one, one.doctorsNoteFrom)),
      quotas: people.flatMap(({ id }) => {
        const known = facts.get(id)
        if (known?.startedOn === undefined || !absences.has(id)) return []
        const counting = { facts: { ...known, startedOn: known.startedOn }, grounds, today, locale: localeFor(undefined, actor.locale) }
        return leaveCounters(counting, absences.get(id) ?? []).flatMap(({ kind, used, limit }) => (kind !== null && used !== null && limit !== null && isRunningOut(used, limit) ? [{ ...who(id), kind, used, limit }] : []))
      }),
      selfCertifications: people.flatMap(({ id }) => { const loss = lossOf(absences.get(id) ?? [], { facts: facts.get(id) ?? {}, grounds, today }); return loss === null || (loss.countedAbsences < 3 && loss.reviewBy === null) ? [] : [{ ...who(id), count: loss.countedAbsences, mayBeTaken: loss.mayBeTaken, reviewBy: loss.reviewBy }] }),
      patterns: days.flatMap((one) => { const patterns = patternsOf(one.days, today); return patterns.length > 0 ? [{ ...who(one.personId), patterns }] : [] }),
      unexplained: days.flatMap((one) => { const open = one.days.filter(({ onDay, uncoded, planned }) => uncoded * 2 > planned && onDay > addDays(today, -UNEXPLAINED_DAYS)); const last = open.at(-1)?.onDay; return last === undefined ? [] : [{ ...who(one.personId), days: open.length, hours: Math.round(open.reduce((sum, { uncoded }) => sum + uncoded, 0) / 6) / 10, last }] }),
      classes: await unregisteredClasses(context),
    }
  },
})
