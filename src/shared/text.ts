/**
 * Folds a name or word for searching: lower case, without accents, and with the spellings that stand for the same
 * letter made equal (æ/ae, ø/oe/o, å/aa/a), so that "Åse", "Aase" and "Ase" are found by one another.
 * `app.fold` in the database does the same; a test holds them together.
 */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/æ/g, 'ae').replace(/ø/g, 'o')
    .replace(/đ/g, 'd').replace(/ł/g, 'l').replace(/ß/g, 'ss')
    .replace(/aa/g, 'a').replace(/oe/g, 'o').replace(/\s+/g, ' ').trim()
