import type { PlainDate } from '#shared/date.ts'
import type { ElementName } from './course.schema.ts'
import type { Counted, Requirement } from './element.core.ts'
import { measureOf } from './element.core.ts'
import { because, reason } from './reason.core.ts'
import type { Credit, Reason, Standing } from './road.schema.ts'

/** Time in one activity: minutes, and days for what is counted in meetings. `ahead` is from today to the last day of the programme. */
export type Spent = { element: Counted | null; held: number; attended: number; unregistered: number; ahead: number; heldDays: number; attendedDays: number; unregisteredDays: number; aheadDays: number }

/** What the catalogue can still give towards an element before the last day: the next run with room, one that would not be over in time, or that there is none, or no course at all. */
export type Offer = { kind: 'run'; name: string; fromDate: PlainDate; free: number | null; hasBegun: boolean } | { kind: 'run_too_late'; name: string; fromDate: PlainDate; toDate: PlainDate } | { kind: 'no_run' } | { kind: 'no_course' }

type Credited = Pick<Credit, 'element' | 'kind' | 'amount' | 'onDate'>
export type About = { today: PlainDate; lastDay: PlainDate; offerFor: (element: ElementName) => Offer; socialStudiesBy: PlainDate | null }

const round = (value: number): number => Math.round(value * 100) / 100

function amounts(element: ElementName, spent: readonly Spent[]): Pick<Standing, 'held' | 'attended' | 'unregistered' | 'ahead'> {
  const own = spent.filter((one) => one.element === element)
  const isMeetings = measureOf(element) === 'meetings'
  const sum = (minutes: 'held' | 'attended' | 'unregistered' | 'ahead'): number =>
    round(own.reduce((all, one) => all + (isMeetings ? one[`${minutes}Days`] : one[minutes] / 60), 0))
  return { held: sum('held'), attended: sum('attended'), unregistered: sum('unregistered'), ahead: sum('ahead') }
}

function offered(element: ElementName, { offerFor, lastDay }: About): Reason {
  const offer = offerFor(element)
  if (offer.kind === 'run' && offer.hasBegun) return reason('offer.running', { name: offer.name })
  if (offer.kind === 'run') return reason(offer.free === null ? 'offer.run' : 'offer.runWithRoom', { name: offer.name, fromDate: offer.fromDate, free: offer.free ?? 0 })
  if (offer.kind === 'run_too_late') return reason('offer.runTooLate', { name: offer.name, fromDate: offer.fromDate, toDate: offer.toDate, lastDay })
  return offer.kind === 'no_run' ? reason('offer.noRun', { lastDay }) : reason('offer.noCourse')
}

type Measured = Omit<Standing, 'state' | 'reasons' | 'missing'>

/** The state of an element the law gives a number for. */
function counted({ attended, ahead, credited, held, unregistered }: Measured, least: number, hasWhole: boolean): Pick<Standing, 'state' | 'missing'> {
  if (hasWhole) return { state: 'exempt', missing: 0 }
  const done = attended + credited
  if (done >= least) return { state: 'done', missing: 0 }
  const missing = round(Math.max(0, least - done - ahead))
  if (missing === 0) return { state: held > 0 ? 'under_way' : 'planned', missing }
  return { state: held + ahead + credited + unregistered > 0 ? 'short' : 'lacking', missing }
}

/** The state of an element the law asks for without a number: it is there, or it is not. */
function uncounted({ attended, held, ahead, credited }: Measured, hasWhole: boolean): Pick<Standing, 'state' | 'missing'> {
  if (hasWhole) return { state: 'exempt', missing: 0 }
  return { state: attended + held + credited > 0 ? 'contained' : ahead > 0 ? 'planned' : 'lacking', missing: 0 }
}

function why(one: Measured, { state, missing }: Pick<Standing, 'state' | 'missing'>, credits: readonly Credited[], unsorted: number, about: About): Reason[] {
  const { element, measure, least, held, attended, unregistered } = one
  const open = state === 'short' || state === 'lacking'
  const isPart = element === 'life_skills_migration_health' || element === 'life_skills_career'
  const isSettled = state === 'done' || state === 'exempt'
  const by = element === 'social_studies' && !isSettled ? about.socialStudiesBy : null
  return [
    ...credits.map(({ kind, amount, onDate }) => (reason(amount === null ? `credit.${kind}` : `credit.${measure}`, { onDate, amount: amount ?? 0 }))),
    ...because(state === 'done', `done.${measure}`, { least: least ?? 0 }),
    ...because(least === null && state !== 'exempt', 'noNumber'),
    ...because(missing > 0, `missing.${measure}`, { missing }),
    ...because(least !== null && open && held >= least && attended < least, `heldNotAttended.${measure}`, { held }),
    ...because(!isSettled && unregistered > 0, `unregistered.${measure}`, { unregistered }),
    ...because(!isSettled && isPart && unsorted > 0, 'unsorted', { hours: unsorted }),
    ...because(by !== null, by !== null && by < about.today ? 'deadline.over' : 'deadline.by', { by: by ?? '' }),
    ...(open ? [offered(element, about)] : []),
    ...(state === 'under_way' || state === 'planned' ? because(true, `state.${state}`) : []),
  ]
}

/** How each statutory element stands for one person, with every reason. */
export function standingsOf(requirements: readonly Requirement[], spent: readonly Spent[], credits: readonly Credited[], about: About): Standing[] {
  const unsorted = round(spent.filter(({ element }) => element === 'life_skills_unsorted').reduce((all, { attended, ahead }) => all + (attended + ahead) / 60, 0))
  return requirements.map(({ element, asked, least, why: cause }) => {
    const own = credits.filter((one) => one.element === element)
    const hasWhole = own.some(({ amount }) => amount === null)
    const one: Measured = { element, asked, measure: measureOf(element), least, ...amounts(element, spent), credited: own.reduce((all, { amount }) => all + (amount ?? 0), 0) }
    if (asked !== 'yes') return { ...one, missing: 0, state: asked === 'no' ? 'not_asked' : 'undecided', reasons: cause === null ? [reason('why.notAsked')] : [cause] }
    const state = least === null ? uncounted(one, hasWhole) : counted(one, least, hasWhole)
    return { ...one, ...state, reasons: why(one, state, own, unsorted, about) }
  })
}

/** Whether an element the law asks for will not be there when the programme ends, as things are planned. */
export const isLacking = ({ state }: Pick<Standing, 'state'>): boolean => state === 'lacking' || state === 'short'
