import { z } from 'zod'

/** Levels of the European framework for languages, lowest first. `A1-` is below A1. */
export const CEFR_LEVELS = ['A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export const CefrLevel = z.enum(CEFR_LEVELS)
export type CefrLevel = z.infer<typeof CefrLevel>

/** The five skills of the framework. */
export const LANGUAGE_SKILLS = ['listening', 'reading', 'spoken_interaction', 'spoken_production', 'writing'] as const
export const LanguageSkill = z.enum(LANGUAGE_SKILLS)
export type LanguageSkill = z.infer<typeof LanguageSkill>

/** A level in one skill. */
export const SkillLevel = z.object({ skill: LanguageSkill, level: CefrLevel })
export type SkillLevel = z.infer<typeof SkillLevel>
