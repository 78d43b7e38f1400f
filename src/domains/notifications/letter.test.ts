import { expect, test } from 'vitest'
import { serverLocales } from '#platform/texts.ts'
import { writeLetter } from './letter.ts'
import { MailTemplate } from './message.schema.ts'

const params = { municipality: 'Fjordvik kommune', employer: 'Ås & Sønn <AS>', days: 14, from: '2026-12-07', party: 'participant', today: 2, late: 1, count: 3, day: '2026-11-23', on: '2027-05-01', value: 'Grunnbeløpet',
  reference: 'TOLK-0AF31B2C', language: 'ukrainsk', dialect: 'none', second: 'russisk', modality: 'video', kind: 'assistant', to: '10:00', minutes: 60, place: 'none', gender: 'female', contact: 'Ingrid Solheim', title: 'Jobbmesse', number: 17, email: 'ingrid@example.no', link: 'https://fotfeste.example.no/link/abc?x=1&y=2' }
const every = MailTemplate.options.flatMap((template) => serverLocales.map((locale) => ({ template, locale })))

test.each(every)('$template is written whole in $locale', ({ template, locale }) => {
  const { subject, text, html } = writeLetter(template, locale, params)
  expect(subject.length).toBeGreaterThan(5)
  expect(text).toContain(`\n${params.link}\n`)
  expect(html).toContain('href="https://fotfeste.example.no/link/abc?x=1&amp;y=2"')
  expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`)
  for (const part of [subject, text, html]) expect(part).not.toMatch(/[{}]|undefined/)
  expect(subject + text).not.toContain('#')
  expect(html).not.toContain('<AS>')
})

test('employer and participant are spoken to each in their own way, and days are written out', () => {
  const employer = writeLetter('approve_agreement', 'nb', { ...params, party: 'employer' })
  expect(employer.text).toContain('klar til at dere leser og godkjenner')
  expect(employer.text).toContain('gjelder i 14 dager')
  expect(writeLetter('agreement_ready', 'nb', params).text).toContain('gjelder fra 7. desember 2026')
  expect(employer.html).toContain('Ås &amp; Sønn &lt;AS&gt;')
  expect(writeLetter('approve_agreement', 'nb', params).text).toContain('klar til at du leser')
})

test('in Arabic a Norwegian name keeps its own direction, and numbers are western', () => {
  const { text } = writeLetter('approve_agreement', 'ar', params)
  expect(text).toContain('\u2068Ås & Sønn <AS>\u2069')
  expect(text).toContain('14 يومًا')
  expect(writeLetter('agreement_ready', 'ar', params).text).toMatch(/7 ديسمبر.*2026/)
})

test('what a text is chosen by chooses in every language, and what there is nothing of is left out', () => {
  for (const [locale, how, place] of [['nb', 'video', 'avtales'], ['ar', 'فيديو', 'يُتفق عليه']] as const) {
    const { text } = writeLetter('interpreter_order', locale, params)
    expect([text.includes(how), text.includes(place), text.includes('none')]).toEqual([true, true, false])
  }
})

test('a value that is missing is an error that names the text', () => {
  expect(() => writeLetter('follow_up_due', 'nb', { municipality: 'Fjordvik' })).toThrow('follow_up_due.body')
})
