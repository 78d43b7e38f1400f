import { z } from 'zod'
import { CEFR_LEVELS, LanguageSkill } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { EscoUri } from '#shared/occupation.ts'

/** How a thing is known: she says so, a paper shows it, a test showed it, somebody saw it at work. */
export const EVIDENCE = ['claimed', 'documented', 'tested', 'observed'] as const
export const Evidence = z.enum(EVIDENCE)
export type Evidence = z.infer<typeof Evidence>

const Year = z.int().min(1920).max(2100)
const Words = z.string().trim().min(1).max(200)
const OccupationCode = z.string().regex(/^\d{4}$/)
/** Everything recorded is about one person and has an id made by whoever records it; the same id again changes it. */
const about = { id: Id, personId: Id }

export const RecordLanguageInput = z.object({
  ...about, language: z.string().trim().min(2).max(60), skill: LanguageSkill, level: z.enum([...CEFR_LEVELS, 'native']),
  assessedOn: PlainDate.nullable().default(null), evidence: Evidence, source: Words.nullable().default(null),
})
export const RecordEducationInput = z.object({
  ...about, level: z.int().min(0).max(9), field: Words.nullable().default(null), country: z.string().regex(/^[A-Z]{2}$/).nullable().default(null),
  fromYear: Year.nullable().default(null), toYear: Year.nullable().default(null), isCompleted: z.boolean().default(false), evidence: Evidence.default('claimed'),
})
export const RecordWorkInput = z.object({
  ...about, title: Words, occupationCode: OccupationCode.nullable().default(null), escoUri: EscoUri.nullable().default(null), employerName: Words.nullable().default(null),
  country: z.string().regex(/^[A-Z]{2}$/).nullable().default(null), fromYear: Year.nullable().default(null), toYear: Year.nullable().default(null),
  months: z.int().min(0).max(720).nullable().default(null), evidence: Evidence.default('claimed'),
})
export const RecordSkillInput = z.object({
  ...about, name: Words, evidence: Evidence, knownOn: PlainDate.nullable().default(null), seenBy: Words.nullable().default(null),
})
export const CertificateKind = z.enum(['driving_licence', 'trade_certificate', 'authorisation', 'course'])
export const RecordCertificateInput = z.object({
  ...about, kind: CertificateKind, name: Words, validUntil: PlainDate.nullable().default(null), evidence: Evidence.default('claimed'),
})
export const RecordWishInput = z.object({ ...about, wording: Words, occupationCode: OccupationCode.nullable().default(null), escoUri: EscoUri.nullable().default(null), rank: z.int().min(1).max(20).default(1) })

export const TRANSPORT = ['walk', 'bicycle', 'bus', 'train', 'car'] as const
/** What the body or the day cannot take; consequences for work, never the reason. */
export const CANNOT = ['heavy_lifting', 'standing_all_day', 'sitting_all_day', 'heights', 'cold', 'heat', 'dust', 'strong_smells', 'noise', 'night', 'screen_work', 'fine_motor'] as const
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const PracticalFrame = z.object({
  version: z.int(), hoursPerWeek: z.number().positive().max(60).nullable().default(null), earliest: Clock.nullable().default(null), latest: Clock.nullable().default(null),
  weekdays: z.array(z.int().min(1).max(7)), careDuties: z.string().trim().max(500).nullable().default(null), transport: z.array(z.enum(TRANSPORT)).default([]),
  travelMinutes: z.int().min(0).max(300).nullable().default(null), cannot: z.array(z.enum(CANNOT)).default([]), note: z.string().trim().max(2000).nullable().default(null),
})
export type PracticalFrame = z.infer<typeof PracticalFrame>
/** `version` is absent where there is no frame yet. */
export const SavePracticalFrameInput = PracticalFrame.partial({ version: true }).extend({ personId: Id })

/** The kinds of entry a person's competence is made of. */
export const EntryKind = z.enum(['language', 'education', 'work', 'skill', 'certificate', 'wish'])
export type EntryKind = z.infer<typeof EntryKind>

const occupationName = { occupationName: z.string().nullable(), escoName: z.string().nullable() }
export const LanguageLevel = RecordLanguageInput.omit({ personId: true })
export type LanguageLevel = z.infer<typeof LanguageLevel>
/** Whether it is recognised follows from its cases (`recognition/`) and is written by them alone. */
export const Education = RecordEducationInput.omit({ personId: true }).extend({ recognition: z.enum(['none', 'applied', 'partly', 'recognised', 'refused']) })
export type Education = z.infer<typeof Education>
export const Work = RecordWorkInput.omit({ personId: true }).extend(occupationName)
export type Work = z.infer<typeof Work>
/** `personAnswer` is what she herself says to an observed skill; an observed one belongs to the placement it was seen in. */
export const Skill = RecordSkillInput.omit({ personId: true }).extend({ agreementId: Id.nullable(), personAnswer: z.string().nullable() })
export type Skill = z.infer<typeof Skill>
export const Certificate = RecordCertificateInput.omit({ personId: true })
export type Certificate = z.infer<typeof Certificate>
export const Wish = RecordWishInput.omit({ personId: true }).extend(occupationName)
export type Wish = z.infer<typeof Wish>

/** One language: the level that counts now for each skill, and the older ones as history, newest first. */
export const Language = z.object({ language: z.string(), now: z.array(LanguageLevel), history: z.array(LanguageLevel) })
export type Language = z.infer<typeof Language>

export const Competence = z.object({
  languages: z.array(Language), education: z.array(Education), work: z.array(Work), skills: z.array(Skill),
  certificates: z.array(Certificate), wishes: z.array(Wish), frame: PracticalFrame.nullable(),
  actions: z.array(z.enum(['change'])),
})
export type Competence = z.infer<typeof Competence>
