import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hasTypst } from '#platform/typst.ts'
import { aParticipant } from '#test/programme-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function aPaper() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  return { municipality, adviser, ...await aParticipant(municipality, adviser) }
}

test('the paper says what was decided, why, by which rules, and how to complain, with the day once it is known', async () => {
  const { adviser, decisionId } = await aPaper()
  const { document } = await adviser.call('programme.previewDecision', { decisionId, locale: 'nb' })
  expect(document).toMatchObject({ title: 'Vedtak om introduksjonsprogram', person: 'Selam Tesfaye', caseReference: '26/1234', translation: null, keywords: ['enkeltvedtak', 'Vedtak om introduksjonsprogram', 'sak 26/1234', TODAY] })
  expect(document.facts.map(({ label }) => label)).toEqual(['Vedtaket gjelder', 'Dato', 'Saksnummer', 'Første dag', 'Lengde', 'Sluttmål'])
  expect(document.basis.items).toEqual(expect.arrayContaining([expect.stringContaining('integreringsloven § 8'), expect.stringContaining('integreringsloven § 14')]))
  expect(document.steps.items.length).toBeGreaterThan(3)
  const appeal = (one: typeof document) => one.parts.find(({ heading }) => heading === 'Du kan klage')?.lines ?? []
  expect(appeal(document)[0]).toBe('Er du uenig, kan du klage. Fristen er 3 uker fra den dagen du fikk vite om vedtaket.')
  await adviser.call('programme.noteTold', { id: decisionId, version: 1, toldOn: TODAY, toldHow: 'letter' })
  expect(appeal((await adviser.call('programme.previewDecision', { decisionId, locale: 'nb' })).document)[1]).toBe('Du fikk vite om vedtaket 20. november 2026. Siste dag for å klage er derfor 11. desember 2026.')
})

test('the translation is marked as one, and what the adviser wrote stays in Norwegian', async () => {
  const { adviser, decisionId } = await aPaper()
  for (const [locale, dir] of [['en', 'ltr'], ['uk', 'ltr'], ['ar', 'rtl']] as const) {
    const { document } = await adviser.call('programme.previewDecision', { decisionId, locale })
    expect(document.translation).toMatchObject({ lang: locale, dir })
    expect(JSON.stringify(document.translation)).not.toContain(document.grounds)
    expect(document.grounds).toContain('Hun har fortalt')
  }
  const { document } = await adviser.call('programme.previewDecision', { decisionId, locale: 'en' })
  expect(document.translation).toMatchObject({ notice: 'Translated for information. The decision in Norwegian is the one that counts.', decided: 'You get an introduction programme of 24 months from 1 December 2026. Your final goal is: work.' })
})

test.skipIf(!hasTypst())('the PDF is for the archive: PDF/A-2a, tagged, with title, author, day and case in it, in every language, whatever was written', async () => {
  const { municipality, adviser, decisionId, personId } = await aPaper()
  await municipality.put((tx) => tx.updateTable('person').set({ givenName: 'ሰላም', familyName: 'Tesfaye' }).where('id', '=', personId).execute())
  for (const locale of ['nb', 'nn', 'en', 'uk', 'ar'] as const) {
    const file = await adviser.call('programme.getDecisionDocument', { decisionId, locale })
    const text = Buffer.from(file.bytes).toString('latin1')
    for (const mark of ['/StructTreeRoot', '<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>', 'sak 26/1234', `Kommune ${municipality.number}`, '<xmp:CreateDate>2026-11-20']) expect(text, `${locale} ${mark}`).toContain(mark)
    expect(file.fileName).toBe(`vedtak-2026-11-20-${locale}.pdf`)
    if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/${locale}.pdf`, file.bytes)
  }
})
