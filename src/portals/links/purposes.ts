import { guestLinkPage } from '../meetings/guest-link.ts'
import { hostLinkPage } from '../meetings/host-link.ts'
import { wallLinkPage } from '../meetings/wall-link.ts'
import { approvePage } from './approve-page.ts'
import { evaluatePage } from './evaluate-page.ts'
import { signPlanPage } from './sign-plan-page.ts'
import { tasksPage } from './tasks-page.ts'
import type { LinkPurpose } from './link-door.ts'
import type { LinkPage } from './link-page.ts'

/** The page for each purpose a link may have. */
export const linkPages: Record<LinkPurpose, LinkPage> = { approve: approvePage, evaluate: evaluatePage, sign_plan: signPlanPage, see_tasks: tasksPage,
  meet_guests: hostLinkPage, meet_employers: guestLinkPage, meeting_wall: wallLinkPage }
