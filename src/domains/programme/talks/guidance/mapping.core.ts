import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PersonFacts } from '../known/facts.schema.ts'
import type { LeftOut, MappingContent, SendMappingInput } from './guidance.schema.ts'

/** Never sent along, whoever she is. */
const NEVER: readonly LeftOut[] = ['number', 'address', 'health', 'family', 'care', 'economy', 'case']

type Her = { name: string; birthDate: PlainDate | null; phone: string | null; email: string | null; addressProtection: 'none' | 'confidential' | 'strictly_confidential' }

/**
 * What is sent along of what is known. Of one whose address is protected nothing that leads to where she is: no telephone,
 * no e-mail, and no employer, since a workplace here says where she is to be met.
 */
export function mappingOf({ name, birthDate, phone, email, addressProtection }: Her, facts: PersonFacts): MappingContent {
  const isProtected = addressProtection !== 'none'
  const work = isProtected ? facts.work.map((one) => ({ ...one, employer: null })) : facts.work
  const skills = isProtected ? facts.skills.map((one) => ({ ...one, seenBy: null })) : facts.skills
  return { name, birthDate, phone: isProtected ? null : phone, email: isProtected ? null : email, facts: { ...facts, work, skills }, leftOut: [...NEVER, ...(isProtected ? (['contact', 'employers'] as const) : [])] }
}

type Paper = { sentOn: PlainDate | null }
/** A paper that was sent stays as the receiver read it. */
export const mayRewrite = ({ sentOn }: Paper): Refusal[] => check(sentOn === null, { code: 'mapping.isSent' })

type Sending = { paper: Paper & { madeOn: PlainDate }; receiver: string | null; referredOn: PlainDate | null; today: PlainDate }

/** Whether the mapping may be sent: once, to somebody she was referred to, and not before she was told of it (QUA-03). */
export const maySend = (input: Pick<SendMappingInput, 'informedOn' | 'informedHow' | 'sentOn'>, { paper, receiver, referredOn, today }: Sending): Refusal[] => [
  ...mayRewrite(paper),
  ...check(receiver !== null && referredOn !== null, { code: 'mapping.notReferred' }),
  ...check(input.informedOn !== null, { code: 'mapping.tellFirst', path: 'informedOn' }),
  ...check(input.informedHow !== null, { code: 'mapping.tellHow', path: 'informedHow' }),
  ...check(input.informedOn === null || input.informedOn >= paper.madeOn, { code: 'mapping.toldOfAnother', path: 'informedOn' }),
  ...check(input.informedOn === null || input.informedOn <= input.sentOn, { code: 'mapping.sentBeforeTold', path: 'sentOn' }),
  ...check(input.sentOn <= today, { code: 'mapping.sentInFuture', path: 'sentOn' }),
]
