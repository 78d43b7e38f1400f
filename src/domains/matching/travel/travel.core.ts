import type { StraightLine } from '../facts.schema.ts'

/**
 * How a straight line becomes minutes where the municipality has not said: an assumption of Fotfeste's, measured by nobody,
 * and shown as that. Fjords and mountains make the road longer than in the plains; buses stand still part of the way.
 */
export const assumedStraight: StraightLine = { factor: 1.4, speed: { walk: 5, bicycle: 15, public: 25, car: 45 }, least: 5, source: '' }
