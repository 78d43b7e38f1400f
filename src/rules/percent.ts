import { z } from 'zod'

/** The shape of a percent: at most two decimals, so that sums with it are exact. */
export const Percent = z.number().min(0).max(100).multipleOf(0.01)
