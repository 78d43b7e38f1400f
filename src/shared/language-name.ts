/** What computers' own lists lack or name otherwise than people do. */
const own: Record<string, Record<string, string>> = {
  nb: { prs: 'dari', kmr: 'kurmanji', ckb: 'sorani', XX: 'Statsløs' }, nn: { prs: 'dari', kmr: 'kurmanji', ckb: 'sorani', XX: 'Statslaus' }, en: { prs: 'Dari', kmr: 'Kurmanji', ckb: 'Sorani', XX: 'Stateless' },
  uk: { prs: 'дарі', kmr: 'курманджі', ckb: 'сорані' }, ar: { prs: 'الدارية', kmr: 'الكرمانجية', ckb: 'السورانية' },
}

/** The name of a language or a country by its code, in one of our languages; what was written with words instead of a code comes back as it is. */
export function nameOf(locale: string, type: 'language' | 'region', code: string): string {
  const known = own[locale]?.[code]
  if (known !== undefined) return known
  try {
    return new Intl.DisplayNames([`${locale}-NO`, locale, 'nb', 'no'], { type }).of(code) ?? code
  } catch {
    return code // a language written with words
  }
}
