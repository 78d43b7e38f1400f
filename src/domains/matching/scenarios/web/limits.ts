/** So many scenarios stand side by side. */
export const MOST_OPEN = 6
