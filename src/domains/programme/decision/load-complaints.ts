import type { Tx } from '#platform/db.ts'
import type { Grounds } from '#rules/rule.ts'
import { appealOf } from './appeal.core.ts'
import { cameInTime, complaintActions, complaintState } from './complaint.core.ts'
import { Complaint } from './complaint.schema.ts'
import type { DecisionRow } from './decision.schema.ts'

/** Complaints about some decisions, newest first, with whether each came in time by the rule. */
export async function loadComplaints(tx: Tx, decisions: readonly DecisionRow[], grounds: Grounds): Promise<Complaint[]> {
  if (decisions.length === 0) return []
  const rows = await tx.selectFrom('programmeComplaint as c').leftJoin('account', (join) => join.onRef('account.municipalityId', '=', 'c.municipalityId').onRef('account.id', '=', 'c.outcomeBy'))
    .selectAll('c').select('account.name as outcomeByName').where('c.decisionId', 'in', decisions.map(({ id }) => id)).orderBy('c.receivedOn', 'desc').execute()
  return rows.map((row) => {
    const about = decisions.find(({ id }) => id === row.decisionId)
    const deadline = about === undefined ? null : appealOf(about, grounds).lastDay
    return Complaint.parse({ ...row, outcomeBy: row.outcomeByName, deadline, inTime: cameInTime(row.receivedOn, deadline), state: complaintState(row), actions: complaintActions(row) })
  })
}
