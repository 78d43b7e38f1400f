import type { Refusal } from '#shared/decision.ts'
import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useLocale } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import type { Answer } from './AnswerView.tsx'

export type Facts = Record<string, unknown>
export type Tried = Record<string, string>

export type WhatIfQuestion = {
  rule: string; on: string | undefined; facts: Facts; choices: Tried
  answer: Answer | undefined
  /** Something was changed after the answer came. */
  isOld: boolean
  refusals: Refusal[]; attempt: number; pending: boolean
  setOn: (on: string | undefined) => void
  setFact: (name: string, value: unknown) => void
  ask: () => void
  /** Tries an option in place of what the municipality has chosen, and asks again; undefined drops it. */
  tryChoice: (name: string, option: string | undefined) => void
  focusFact: (name: string) => void
}

/** The id of the field of a fact, by which its label, its error and what is missing lead to it. */
export const fieldId = (name: string): string => `fact-${name}`

const without = <V>(record: Record<string, V>, name: string): Record<string, V> => Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))

/** A question being put together, and its answer. It lives as long as the page is open, and nowhere else. */
export function useQuestion(rule: string): WhatIfQuestion {
  const { locale } = useLocale()
  const [on, setOn] = useState<string | undefined>(useMe().today)
  const [facts, setFacts] = useState<Facts>({})
  const [choices, setChoices] = useState<Tried>({})
  const [asked, setAsked] = useState<{ answer: Answer; of: string }>()
  const [attempt, setAttempt] = useState(0)
  const command = useCommand('rules.ask')
  const now = JSON.stringify({ on, facts, choices, locale })
  const askWith = (tried: Tried): void => {
    setAttempt((count) => count + 1)
    void command.run({ rule, on: on ?? '', facts, choices: tried, locale }).then((answer) => {
      setAsked(answer && { answer, of: JSON.stringify({ on, facts, choices: tried, locale }) })
    })
  }
  const tryChoice = (name: string, option: string | undefined): void => {
    const tried = option === undefined ? without(choices, name) : { ...choices, [name]: option }
    setChoices(tried)
    askWith(tried)
  }
  return {
    rule, on, facts, choices, answer: asked?.answer, isOld: asked !== undefined && asked.of !== now, refusals: command.refusals, attempt, pending: command.pending,
    setOn, setFact: (name, value) => setFacts((all) => (value === undefined ? without(all, name) : { ...all, [name]: value })),
    ask: () => askWith(choices), tryChoice, focusFact: (name) => document.getElementById(fieldId(name))?.focus(),
  }
}
