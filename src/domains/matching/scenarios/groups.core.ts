import type { PersonFacts } from '../facts.schema.ts'
import type { Group } from './what-if.schema.ts'

/** Below so many people a group is not told of. */
export const FEWEST = 5
const LADDER = ['A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']
/** Care that has to be fetched before this makes a working day short. */
const LATE = '17:00'

function norwegianOf({ languages }: PersonFacts): Group {
  const heights = languages.filter(({ language, skill }) => language === 'no' && skill === 'spoken_interaction').map(({ level }) => LADDER.indexOf(level))
  if (heights.length === 0) return 'norwegian.unknown'
  const best = Math.max(...heights)
  return best < LADDER.indexOf('A2') ? 'norwegian.below' : best === LADDER.indexOf('A2') ? 'norwegian.a2' : 'norwegian.b1'
}

const timeOf = ({ frame }: PersonFacts): Group => (frame === null ? 'time.unknown' : frame.latest !== null && frame.latest < LATE ? 'time.limited' : 'time.free')

/** The groups somebody belongs to as she is today, whatever a scenario makes of her. */
export const groupsOf = (person: PersonFacts): Group[] => [norwegianOf(person), timeOf(person), person.work.length > 0 ? 'work.some' : 'work.none']
