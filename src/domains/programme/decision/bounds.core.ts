import { z } from 'zod'
import type { Answer } from '#rules/rule.ts'
import type { Bounds } from './decision.core.ts'
import { fieldOf } from './legal-facts.schema.ts'

const Group = z.object({ standing: z.enum(['right_and_duty', 'right', 'may_be_offered', 'outside']), act: z.enum(['integration', 'introduction']) })
const Length = z.object({ regime: z.enum(['new', 'old']), upToMonths: z.int(), extensionMonths: z.int() })
const Goals = z.object({ open: z.array(z.string()) })

const Stop = z.object({ kinds: z.array(z.string()) })

const rightOf = { right_and_duty: 'right', right: 'right', may_be_offered: 'may', outside: 'none' } as const

const read = <S extends z.ZodType>(shape: S, answers: readonly Pick<Answer<unknown>, 'rule' | 'answer'>[], rule: string): z.output<S> | null =>
  shape.safeParse(answers.find((one) => one.rule === rule)?.answer).data ?? null

/** The regime of lengths, where it was decided. */
export const regimeOf = (answers: readonly Answer<unknown>[]): 'new' | 'old' | null => read(Length, answers, 'programme.length')?.regime ?? null

/** What a decision is bound by, out of the answers of the rules. Under the former act nothing here decides. */
export function boundsOf(answers: readonly Answer<unknown>[]): Bounds {
  const group = read(Group, answers, 'programme.targetGroup')
  const length = read(Length, answers, 'programme.length')
  const asked = answers.find(({ rule }) => rule === 'programme.targetGroup')
  return {
    right: group === null || group.act === 'introduction' ? null : rightOf[group.standing],
    missing: asked?.openQuestions.flatMap(({ kind, name }) => (kind === 'fact' ? [name] : [])) ?? [],
    goals: read(Goals, answers, 'programme.goal')?.open ?? null,
    upToMonths: length?.upToMonths ?? null, extensionMonths: length?.extensionMonths ?? null,
    stops: read(Stop, answers, 'programme.stop')?.kinds ?? null,
  }
}

/** Facts the answers lack, each once, in the order they were asked for; those that can be filled in by hand. */
export function missingFacts(answers: readonly Answer<unknown>[]): string[] {
  const names = answers.flatMap(({ openQuestions }) => openQuestions.flatMap(({ kind, name }) => (kind === 'fact' ? [name] : [])))
  return [...new Set(names)].filter((name) => fieldOf(name) !== undefined)
}
