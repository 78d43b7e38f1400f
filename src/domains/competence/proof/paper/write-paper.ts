import type { z } from 'zod'
import { ItemKind } from '../proof.schema.ts'
import type { PaperLocale, SheetContent } from '../proof.schema.ts'
import type { Words } from './words.ts'
import { wordsIn } from './words.ts'

type Locale = z.infer<typeof PaperLocale>
type Item = SheetContent['items'][number]
/** The sheet in words, ready to be set. */
export type ProofPaper = { locale: Locale; title: string; person: string; municipality: string; madeOn: string; keywords: string[]; lead: string
  parts: { label: string; rows: { what: string; how: string; who: string }[] }[]; columns: { what: string; how: string; who: string }; check: { label: string; code: string; text: string } }
export type PaperFacts = { content: SheetContent; code: string; issuedOn: string; contactName: string | null; contactEmail: string | null }

function whatOf({ kind, title, level, where, years, recognition, authority, approved }: Item, { t, country }: Words): string {
  if (kind === 'norwegian') return t('item.norwegian', { skill: title, level: level === 'A1-' ? 'below' : level ?? '' })
  if (kind === 'certificate') return t('item.certificate', { kind: level ?? '', name: title })
  if (kind === 'assessment') return [title, approved.length > 0 && t('item.approved', { what: approved.join(', ') })].filter(Boolean).join('. ')
  if (kind === 'education') return [title || t('item.level', { level: level ?? '' }), where && country(where), years, recognition && recognition !== 'none' && t('item.recognition', { recognition, authority: authority ?? '' })].filter(Boolean).join(', ')
  return [title, years].filter(Boolean).join(', ')
}

const howOf = ({ kind, evidence, help, result }: Item, { t }: Words): string =>
  kind === 'assessment' ? t('how.assessed', { result: result ?? 'full' }) : help !== null ? t('how.seen', { help }) : t(`how.${evidence}`)

const whoOf = ({ kind, seenBy, where, on }: Item, { day }: Words): string => [seenBy, kind === 'education' ? null : where, on && day(on)].filter(Boolean).join(', ')

/** The sheet: what she can, how it is known, who saw it and when; and how an employer finds out that it is real. */
export function writeProofPaper({ content, code, issuedOn, contactName, contactEmail }: PaperFacts, locale: Locale): ProofPaper {
  const words = wordsIn(locale)
  const { t } = words
  const parts = ItemKind.options.flatMap((kind) => {
    const own = content.items.filter((one) => one.kind === kind)
    return own.length === 0 ? [] : [{ label: t(`part.${kind}`), rows: own.map((one) => ({ what: whatOf(one, words), how: howOf(one, words), who: whoOf(one, words) })) }]
  })
  const contact = [contactName, contactEmail].filter(Boolean).join(', ')
  return { locale, title: t('title'), person: content.person, municipality: content.municipality, madeOn: issuedOn, keywords: [t('title')], lead: t('lead', { municipality: content.municipality, day: words.day(issuedOn) }), parts,
    columns: { what: t('column.what'), how: t('column.how'), who: t('column.who') },
    check: { label: t('check.label'), code: `${code.slice(0, 4)}-${code.slice(4)}`, text: contact === '' ? t('check.municipality', { municipality: content.municipality }) : t('check.contact', { contact, municipality: content.municipality }) } }
}
