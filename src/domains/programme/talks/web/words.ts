import type { OperationName, Output } from '#web/api.ts'
import type { Tone } from '#web/ui/Tag.tsx'
import type { Belongs } from '../template/template.schema.ts'
import type { Need } from '../known/known.schema.ts'
import type { TalkState } from '../talk.schema.ts'

export type TalkList = Output<'programme.listTalks'>
export type TalkPageData = Output<'programme.getTalk'>
export type Guidance = Output<'programme.getGuidance'>

export const stateTones: Record<TalkState, Tone> = { planned: 'info', late: 'danger', begun: 'warning', held: 'success', cancelled: 'neutral' }
export const needTones: Record<Need, Tone> = { missing: 'warning', old: 'warning', undated: 'info', known: 'success', hidden: 'neutral' }

/** Reads whose answers a change of a talk, or of what is known, makes old. */
export const showsTalks: readonly OperationName[] = ['programme.listTalks', 'programme.getTalk', 'programme.getGuidance', 'programme.getPlan']
export const showsGuidance: readonly OperationName[] = ['programme.getGuidance', 'programme.getPlan']

/** Where facts are put right: the part of the person's page that keeps them, by its slice and id. Family stands in the person's own part. */
export const keptIn: Partial<Record<Belongs, `${string}-${string}`>> = {
  languages: 'competence-competence', education: 'competence-competence', work: 'competence-competence', skills: 'competence-competence', papers: 'competence-competence', wishes: 'competence-competence', frame: 'competence-frame',
  goal: 'plan-plan', words: 'plan-plan', legal: 'decision-rights', family: 'family-',
}
