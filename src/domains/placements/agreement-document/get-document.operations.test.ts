import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { hasTypst } from '#platform/typst.ts'
import { anAgreed, aSubmitted } from '#test/placement.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

test('the paper says the same in two languages, and what was written stays as written', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const { id, personId } = await anAgreed(municipality, adviser)
  const { document } = await adviser.call('placements.previewDocument', { agreementId: id, locale: 'uk' })
  expect(document).toMatchObject({ beside: true, kind: { value: { nb: 'Språkpraksis', own: 'Мовна практика' } }, person: 'Oksana Kovalenko', week: { hours: { nb: '15 timer i uka' } }, approvals: { notValid: null } })
  expect(document.facts[0]?.value).toEqual({ nb: 'Fra og med 30. november 2026 til og med 26. februar 2027', own: 'З 30 листопада 2026 р. до 26 лютого 2027 р. включно' })
  expect(document.parties.map(({ name }) => name)).toEqual(['Oksana Kovalenko', 'Fjordvik Bakeri', 'Kari Moe', 'Per Dahl', expect.stringContaining('Kommune'), expect.stringContaining('programme_adviser')])
  expect(document.approvals.items.map(({ text }) => text.nb)).toEqual(['Godkjent 20. november 2026: i møte med tolk', 'Godkjent 20. november 2026: i møte', 'Godkjent 20. november 2026: innlogget i kommunens system'])
  expect(await adviser.auditTrail(personId)).toContain('placements.previewDocument')
})

test.skipIf(!hasTypst())('the PDF is tagged, in every language, and carries no markup out of what was written', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const { id } = await aSubmitted(municipality, adviser)
  await municipality.put((tx) => tx.updateTable('agreement').set({ tasks: '#panic("nei") *fet* $x$ <b>' }).where('id', '=', id).execute())
  for (const locale of ['nb', 'nn', 'en', 'uk', 'ar'] as const) {
    const file = await adviser.call('placements.getDocument', { agreementId: id, locale })
    if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/${locale}.pdf`, file.bytes)
    const text = Buffer.from(file.bytes).toString('latin1')
    expect(text.startsWith('%PDF'), locale).toBe(true)
    expect(text, locale).toContain('/StructTreeRoot')
    expect(file).toMatchObject({ contentType: 'application/pdf', fileName: `avtale-fjordvik-bakeri-${locale}.pdf` })
  }
})

test('nobody makes a paper of another municipality\'s agreement', async () => {
  const municipality = await aMunicipality(world())
  const { id } = await aSubmitted(municipality, await municipality.as('programme_adviser'))
  const stranger = await (await aMunicipality(world())).as('programme_adviser')
  await expect(stranger.call('placements.getDocument', { agreementId: id, locale: 'nb' })).rejects.toThrow(NotFound)
  await expect(stranger.call('placements.previewDocument', { agreementId: id, locale: 'nb' })).rejects.toThrow(NotFound)
})
