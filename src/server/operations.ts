import { matchingOperations } from '#domains/matching/index.ts'
import { opportunitiesOperations } from '#domains/opportunities/index.ts'
import { forecastOperations } from '#domains/opportunities/forecasts/index.ts'
import { employersOperations } from '#domains/employers/index.ts'
import { competenceOperations } from '#domains/competence/index.ts'
import { pathOperations } from '#domains/competence/paths/index.ts'
import { cooperationOperations } from '#domains/cooperation/index.ts'
import { identityOperations } from '#domains/identity/index.ts'
import { followUpOperations } from '#domains/follow-up/index.ts'
import { notificationsOperations } from '#domains/notifications/index.ts'
import { planOperations } from '#domains/programme/plan/index.ts'
import { decisionOperations } from '#domains/programme/decision/index.ts'
import { peopleOperations } from '#domains/people/index.ts'
import { exitOperations } from '#domains/programme/exit/index.ts'
import { overviewOperations } from '#domains/programme/overview/index.ts'
import { registerOperations } from '#domains/programme/register/index.ts'
import { placementsOperations } from '#domains/placements/index.ts'
import { attendanceOperations } from '#domains/programme/attendance/index.ts'
import { benefitOperations } from '#domains/programme/benefit/index.ts'
import { weekOperations } from '#domains/programme/week/index.ts'
import { rulesOperations } from '#domains/rules/index.ts'

/** Every operation there is: one line for each slice. The name is the route, the client call and the audit entry. */
export const operations = {
  ...followUpOperations,
  ...identityOperations,
  ...notificationsOperations,
  ...peopleOperations,
  ...employersOperations,
  ...opportunitiesOperations,
  ...forecastOperations,
  ...competenceOperations,
  ...pathOperations,
  ...cooperationOperations,
  ...placementsOperations,
  ...matchingOperations,
  ...exitOperations,
  ...overviewOperations,
  ...registerOperations,
  ...decisionOperations,
  ...planOperations,
  ...weekOperations,
  ...attendanceOperations,
  ...benefitOperations,
  ...rulesOperations,
}

/** What the browser knows of the server: types only. */
export type Api = typeof operations
export type OperationName = keyof Api
