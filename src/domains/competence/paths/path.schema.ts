import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** Ways to a trade certificate, and to less than one: lærling, fagbrev på jobb, praksiskandidat, modulstrukturert opplæring, lærekandidat. */
export const FORMS = ['on_the_job', 'practice_candidate', 'modules', 'apprentice', 'training_candidate'] as const
export const PathForm = z.enum(FORMS)
export type PathForm = z.infer<typeof PathForm>

export const STEP_KINDS = ['assistant', 'norwegian', 'theory', 'practice', 'training', 'exam', 'trade_test'] as const
export const StepKind = z.enum(STEP_KINDS)
export type StepKind = z.infer<typeof StepKind>

const Text = (most: number) => z.string().trim().max(most).nullable().default(null)
const Months = z.int().min(1).max(120).nullable().default(null)

/** The Norwegian a step asks for, skill by skill; null asks for nothing. */
export const PathLevels = z.object({ listening: CefrLevel.nullable().default(null), reading: CefrLevel.nullable().default(null), writing: CefrLevel.nullable().default(null), oral: CefrLevel.nullable().default(null) })
export type PathLevels = z.output<typeof PathLevels>

export const PathStep = z.object({
  id: z.string().regex(/^[a-z0-9_-]{1,40}$/), kind: StepKind, note: Text(400), /** How long it usually takes; for practice how much is demanded. */ months: Months,
  levels: PathLevels.nullable().default(null),
})
export type PathStep = z.output<typeof PathStep>

export const SavePathInput = z.object({
  id: Id, version: z.int().optional(), trade: z.string().trim().min(1).max(120), occupationCode: z.string().regex(/^\d{4}$/), startCode: z.string().regex(/^\d{4}$/).nullable().default(null), form: PathForm,
  steps: z.array(PathStep).min(1).max(15), requirements: Text(2000), usualMonths: Months, adaptations: Text(2000), paidBy: Text(600), ask: Text(400), unconfirmed: Text(1000),
  confirmedOn: PlainDate.nullable().default(null), confirmedWith: Text(200), isActive: z.boolean().default(true),
})
export type SavePathInput = z.output<typeof SavePathInput>
export const TradePath = SavePathInput.extend({ version: z.int() })
export type TradePath = z.output<typeof TradePath>

export const DoneStep = z.object({ stepId: z.string(), on: PlainDate })
export type DoneStep = z.infer<typeof DoneStep>

/** Where she is at one step. `met` and `lacking` are skills of Norwegian; months are of practice. */
export const StepState = z.object({
  step: PathStep, state: z.enum(['done', 'next', 'later']), doneOn: PlainDate.nullable(), /** Known from her competence, not noted by hand. */ fromCompetence: z.boolean(),
  lacking: z.array(z.object({ skill: z.enum(['listening', 'reading', 'writing', 'oral']), needs: CefrLevel, has: z.string().nullable() })),
  practice: z.object({ needed: z.int().nullable(), here: z.int(), abroad: z.int(), /** Work in the occupation without a length. */ unmeasured: z.int() }).nullable(),
})
export type StepState = z.infer<typeof StepState>

/** How long is left: `atLeast` where a step that is left has no length. */
export const TimeLeft = z.object({ months: z.int(), atLeast: z.boolean() })

export const OnPath = z.object({
  id: Id, version: z.int(), chosenOn: PlainDate, note: z.string().nullable(), path: TradePath, states: z.array(StepState), left: TimeLeft, isAtEnd: z.boolean(),
})
export type OnPath = z.infer<typeof OnPath>

export const ChoosePathInput = z.object({ id: Id, personId: Id, pathId: Id, chosenOn: PlainDate, note: Text(1000) })
export type ChoosePathInput = z.output<typeof ChoosePathInput>
export const SettlePathStepInput = z.object({ id: Id, version: z.int(), stepId: z.string().max(40), /** Null takes it back. */ doneOn: PlainDate.nullable() })
export type SettlePathStepInput = z.output<typeof SettlePathStepInput>

export const PersonPathPage = z.object({
  personId: Id, now: OnPath.nullable(), former: z.array(z.object({ id: Id, trade: z.string(), form: PathForm, chosenOn: PlainDate, endedOn: PlainDate })),
  /** Roads of the catalogue, those towards the plan's occupation or a wish first. */
  choices: z.array(z.object({ id: Id, trade: z.string(), form: PathForm, why: z.enum(['plan', 'wish', 'work', 'none']) })),
  /** Places open now in the occupation, or the one she begins with; and her own placement there. */
  openings: z.array(z.object({ id: Id, title: z.string(), employerName: z.string().nullable() })), placement: z.object({ id: Id, employerName: z.string() }).nullable(),
  actions: z.array(z.enum(['choose', 'settle', 'end'])),
})
export type PersonPathPage = z.infer<typeof PersonPathPage>
