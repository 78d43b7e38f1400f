import { matchingOperations } from '#domains/matching/index.ts'
import { cohortOperations } from '#domains/matching/cohort/index.ts'
import { helpOperations } from '#domains/matching/help/index.ts'
import { listOperations } from '#domains/matching/lists/index.ts'
import { travelOperations } from '#domains/matching/travel/index.ts'
import { weightsOperations } from '#domains/matching/weights/index.ts'
import { whatIfOperations } from '#domains/matching/scenarios/index.ts'
import { sharingOperations } from '#domains/matching/sharing/index.ts'
import { standingWishOperations } from '#domains/matching/standing-wishes/index.ts'
import { calibrationOperations } from '#domains/matching/calibration/index.ts'
import { languageProgressOperations } from '#domains/matching/language-progress/index.ts'
import { opportunitiesOperations } from '#domains/opportunities/index.ts'
import { forecastOperations } from '#domains/opportunities/forecasts/index.ts'
import { employersOperations } from '#domains/employers/index.ts'
import { competenceOperations } from '#domains/competence/index.ts'
import { proofOperations } from '#domains/competence/proof/index.ts'
import { recognitionOperations } from '#domains/competence/recognition/index.ts'
import { occupationOperations } from '#domains/competence/occupations/index.ts'
import { pathOperations } from '#domains/competence/paths/index.ts'
import { cooperationOperations } from '#domains/cooperation/index.ts'
import { identityOperations } from '#domains/identity/index.ts'
import { followUpOperations } from '#domains/follow-up/index.ts'
import { notificationsOperations } from '#domains/notifications/index.ts'
import { talksOperations } from '#domains/programme/talks/index.ts'
import { planOperations } from '#domains/programme/plan/index.ts'
import { decisionOperations } from '#domains/programme/decision/index.ts'
import { peopleOperations } from '#domains/people/index.ts'
import { exitOperations } from '#domains/programme/exit/index.ts'
import { overviewOperations } from '#domains/programme/overview/index.ts'
import { registerOperations } from '#domains/programme/register/index.ts'
import { interpretersOperations } from '#domains/interpreters/index.ts'
import { placementsOperations } from '#domains/placements/index.ts'
import { attendanceOperations } from '#domains/programme/attendance/index.ts'
import { paymentsOperations } from '#domains/programme/payments/index.ts'
import { benefitOperations } from '#domains/programme/benefit/index.ts'
import { weekOperations } from '#domains/programme/week/index.ts'
import { coursesOperations } from '#domains/programme/courses/index.ts'
import { meetingsOperations } from '#domains/meetings/index.ts'
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
  ...recognitionOperations,
  ...proofOperations,
  ...occupationOperations,
  ...pathOperations,
  ...cooperationOperations,
  ...placementsOperations,
  ...matchingOperations,
  ...cohortOperations,
  ...listOperations,
  ...helpOperations,
  ...whatIfOperations,
  ...weightsOperations,
  ...travelOperations,
  ...sharingOperations,
  ...standingWishOperations,
  ...calibrationOperations,
  ...languageProgressOperations,
  ...interpretersOperations,
  ...exitOperations,
  ...overviewOperations,
  ...registerOperations,
  ...decisionOperations,
  ...planOperations,
  ...talksOperations,
  ...weekOperations,
  ...coursesOperations,
  ...attendanceOperations,
  ...benefitOperations,
  ...paymentsOperations,
  ...rulesOperations,
  ...meetingsOperations,
}

/** What the browser knows of the server: types only. */
export type Api = typeof operations
export type OperationName = keyof Api
