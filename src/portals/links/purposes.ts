import { approvePage } from './approve-page.ts'
import { evaluatePage } from './evaluate-page.ts'
import { signPlanPage } from './sign-plan-page.ts'
import { soonPage } from './soon-page.ts'
import { tasksPage } from './tasks-page.ts'
import type { LinkPurpose } from './link-door.ts'
import type { LinkPage } from './link-page.ts'

/** The page for each purpose a link may have. */
export const linkPages: Record<LinkPurpose, LinkPage> = { approve: approvePage, evaluate: evaluatePage, sign_plan: signPlanPage, see_tasks: tasksPage,
  meet_guests: soonPage, meet_employers: soonPage, meeting_wall: soonPage }
