/** Whether a text names a paragraph of a law or regulation: "barnehageloven § 27", "forskrift 2023-… § 3". */
export const namesParagraph = (basis: string): boolean => /§+\s*\d+/.test(basis) && /\p{L}{3,}/u.test(basis)
