import { CEFR_LEVELS, LANGUAGE_SKILLS } from '#shared/cefr.ts'
import type { ScheduleSlot } from '#shared/schedule.ts'
import type { Frame, PersonFacts } from '../facts.schema.ts'
import type { Change } from './change.schema.ts'

const LADDER: readonly string[] = CEFR_LEVELS

/** The level one step up; nothing above C2 or a mother tongue. */
export const levelAbove = (level: string): string | undefined => (LADDER.includes(level) ? LADDER[LADDER.indexOf(level) + 1] : undefined)

/** A frame in which everything goes: what a mapping shows at best. */
const OPEN: Frame = { travelMinutes: null, hoursPerWeek: 37.5, earliest: null, latest: null, weekdays: [1, 2, 3, 4, 5, 6, 7], transport: ['walk', 'bicycle', 'bus', 'train', 'car'], cannot: [] }

const languageOf = (language: string, skill: string, level: string): PersonFacts['languages'][number] => ({ language, skill, level, evidence: 'tested', on: null, source: null })

function withLevel({ languages }: PersonFacts, language: string, skills: readonly string[], level: string): PersonFacts['languages'] {
  const others = languages.filter((one) => one.language !== language || !skills.includes(one.skill))
  return [...others, ...skills.map((skill) => languageOf(language, skill, level))]
}

const withPaper = ({ papers }: PersonFacts, isLicence: boolean, name: string): PersonFacts['papers'] =>
  [...papers, { kind: isLicence ? 'driving_licence' : 'course', name, validUntil: null, evidence: 'documented' }]

/** The frame with something changed; one that is not mapped says nothing that could be changed. */
const withFrame = (facts: PersonFacts, change: (frame: Frame) => Frame): PersonFacts => (facts.frame ? { ...facts, frame: change(facts.frame) } : facts)

/** The facts as they would be; the same object where the change changes nothing. Only adds: never takes a level, paper, hour or way away. */
export function applyChange(facts: PersonFacts, change: Change): PersonFacts {
  switch (change.is) {
    case 'level': return hasLevel(facts, change) ? facts : { ...facts, languages: withLevel(facts, change.language, [change.skill], change.to) }
    case 'mapLevel': return { ...facts, languages: withLevel(facts, change.language, change.skill === null ? LANGUAGE_SKILLS : [change.skill], 'C2') }
    case 'licence': return { ...facts, papers: withPaper(facts, true, change.name) }
    case 'certificate': return { ...facts, papers: withPaper(facts, false, change.name) }
    case 'skill': return { ...facts, skills: [...facts.skills, { name: change.name, evidence: 'documented', on: null, seenBy: null }] }
    case 'mapWork': return { ...facts, work: [...facts.work, { occupationCode: null, title: change.name, employerName: null, toYear: null, evidence: 'claimed' }] }
    case 'mapFrame': return facts.frame ? { ...facts, frame: fillFrame(facts.frame) } : { ...facts, frame: OPEN }
    case 'until': return withChildcare(facts, change.time, 'until')
    case 'from': return withChildcare(facts, change.time, 'from')
    case 'travel': return facts.frame?.transport.includes(change.way) ? facts : withFrame(facts, (frame) => ({ ...frame, transport: [...frame.transport, change.way] }))
    case 'hours': return facts.frame?.hoursPerWeek !== null && (facts.frame?.hoursPerWeek ?? Infinity) < change.hours ? withFrame(facts, (frame) => ({ ...frame, hoursPerWeek: change.hours })) : facts
  }
}

const NOON = '12:00'

/** The children's fixed times with somebody else there until a time, or from one: what they then no longer ask of her. */
const careAfter = (slot: ScheduleSlot, time: string, which: 'until' | 'from'): ScheduleSlot[] => {
  if (which === 'until') return slot.from < NOON || slot.from >= time ? [slot] : slot.to <= time ? [] : [{ ...slot, from: time }]
  return slot.from >= NOON || slot.to <= time ? [slot] : slot.from >= time ? [] : [{ ...slot, to: time }]
}

const endsEarlier = (latest: string | null | undefined, time: string): boolean => typeof latest === 'string' && latest < time
const beginsLater = (earliest: string | null | undefined, time: string): boolean => typeof earliest === 'string' && earliest > time

/** Whether her day ends earlier, or begins later, than it would with childcare until, or from, this time. */
export const isBound = ({ frame, week }: PersonFacts, time: string, which: 'until' | 'from'): boolean =>
  (which === 'until' ? endsEarlier(frame?.latest, time) : beginsLater(frame?.earliest, time))
  || week.care.some(({ slots }) => slots.some((slot) => careAfter(slot, time, which)[0] !== slot))

function withChildcare(facts: PersonFacts, time: string, which: 'until' | 'from'): PersonFacts {
  if (!isBound(facts, time, which)) return facts
  const { frame, week } = facts
  const wider = frame && (which === 'until' ? { ...frame, latest: endsEarlier(frame.latest, time) ? time : frame.latest } : { ...frame, earliest: beginsLater(frame.earliest, time) ? time : frame.earliest })
  return { ...facts, frame: wider, week: { ...week, care: week.care.map((busy) => ({ ...busy, slots: busy.slots.flatMap((slot) => careAfter(slot, time, which)) })) } }
}

/** What of a frame is not mapped, as it may be at best. */
const fillFrame = (frame: Frame): Frame => ({ ...frame, hoursPerWeek: frame.hoursPerWeek ?? OPEN.hoursPerWeek, transport: frame.transport.length === 0 ? OPEN.transport : frame.transport })

const hasLevel = ({ languages }: PersonFacts, { language, skill, to }: Extract<Change, { is: 'level' }>): boolean =>
  languages.some((one) => one.language === language && one.skill === skill && (one.level === 'native' || LADDER.indexOf(one.level) >= LADDER.indexOf(to)))
