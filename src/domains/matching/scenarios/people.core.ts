import type { PersonFacts } from '../facts.schema.ts'
import { applyChange, levelAbove } from '../market/change.core.ts'
import type { Change } from '../market/change.schema.ts'
import type { Part } from './what-if.schema.ts'

/** What a part changes for one person; nothing where it is not about people, or gives her nothing. */
export function changeFor(part: Part, person: PersonFacts): Change | undefined {
  switch (part.is) {
    case 'course': return courseFor(part.gives, person)
    case 'licence': return person.papers.some(({ kind, name }) => kind === 'driving_licence' && name.trim().toUpperCase() === part.name.trim().toUpperCase()) ? undefined : { is: 'licence', name: part.name, how: 'get' }
    case 'childcare': return { is: 'until', time: part.until }
    case 'travel': return part.earliest !== null && person.frame?.transport.includes(part.way) ? { is: 'from', time: part.earliest } : undefined
    case 'places': case 'level': return undefined
  }
}

function courseFor(gives: Extract<Part, { is: 'course' }>['gives'], { languages }: PersonFacts): Change | undefined {
  if (gives.is === 'certificate') return { is: 'certificate', name: gives.name, how: 'get' }
  if (gives.is === 'skill') return { is: 'skill', name: gives.name }
  const level = languages.find(({ language, skill }) => language === 'no' && skill === gives.skill)?.level
  const to = level === undefined ? undefined : levelAbove(level)
  return to === undefined ? undefined : { is: 'level', language: 'no', skill: gives.skill, to }
}

/** The facts after a part; the same object where nothing changes. */
export function personAfter(part: Part, person: PersonFacts): PersonFacts {
  const change = changeFor(part, person)
  return change ? applyChange(person, change) : person
}

/** How many a part takes in; everybody it would help where it has no number of seats. */
export const seatsOf = (part: Part): number | null => ('seats' in part ? part.seats : null)

export const isAboutPeople = (part: Part): boolean => part.is === 'course' || part.is === 'licence' || part.is === 'childcare' || (part.is === 'travel' && part.earliest !== null)
