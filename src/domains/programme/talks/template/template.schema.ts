import { z } from 'zod'
import { Id } from '#shared/id.ts'

export const TALK_KINDS = ['qualification_interview', 'three_part', 'guidance_preparation', 'contract_meeting', 'follow_up'] as const
export const TalkKind = z.enum(TALK_KINDS)
export type TalkKind = z.infer<typeof TalkKind>

/** Where the answer to a point belongs: in a note of the talk, or with what is kept already and is not to be asked for twice. */
export const BELONGS = ['note', 'languages', 'education', 'work', 'skills', 'papers', 'wishes', 'frame', 'family', 'goal', 'words', 'legal'] as const
export const Belongs = z.enum(BELONGS)
export type Belongs = z.infer<typeof Belongs>

const Question = z.string().trim().max(500).nullable().default(null)
/** What she is asked, in plain words: Norwegian, and in other languages where somebody has translated it. */
export const Asked = z.object({ no: Question, en: Question, uk: Question, ar: Question })
export type Asked = z.output<typeof Asked>

export const Point = z.object({
  id: z.string().regex(/^[a-zA-Z0-9-]{1,60}$/), heading: z.string().trim().min(1).max(120), /** For the adviser. */ prompt: z.string().trim().max(1000).default(''),
  belongs: Belongs, asked: Asked.default({ no: null, en: null, uk: null, ar: null }),
})
export type Point = z.output<typeof Point>

export const SaveTalkTemplateInput = z.object({ id: Id, kind: TalkKind, /** The revision it was changed from; 0 is the product's own. */ from: z.int().min(0), points: z.array(Point).min(1).max(40) })
export type SaveTalkTemplateInput = z.output<typeof SaveTalkTemplateInput>

export const TalkTemplate = z.object({ kind: TalkKind, revision: z.int(), points: z.array(Point), savedAt: z.string().nullable(), savedBy: z.string().nullable() })
export type TalkTemplate = z.infer<typeof TalkTemplate>
export const TalkTemplates = z.object({ templates: z.array(TalkTemplate.extend({ /** The product's own points, to begin anew from. */ ours: z.array(Point) })) })
