/** Who goes where, and the prices that prove there is nothing better: one for each node, of a seat there with all groups above it. */
export type Solution = { /** The place of each person, or -1. */ match: Int32Array; objective: number; placed: number; prices: Float64Array }
