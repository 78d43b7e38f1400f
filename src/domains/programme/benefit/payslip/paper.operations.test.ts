import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { hasTypst } from '#platform/typst.ts'
import { plainDate } from '#shared/date.ts'
import { aParticipant, aPayingMunicipality, aPreparedRun, codesOf } from '#test/benefit-run.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { writePayslipPaper } from './write-paper.ts'

const world = useWorld()

test('the paper is in Norwegian with her language beside it, and adds up to what she is paid', () => {
  const line = { forMonth: plainDate('2026-10-01'), particulars: { days: 31, isWhole: 1, numerator: 1, denominator: 1 } }
  const facts = { month: plainDate('2026-10-01'), payOn: plainDate('2026-11-12'), isApproved: true, municipality: 'Fjordvik', person: 'Olena Melnyk', approvedOn: plainDate('2026-11-06'),
    lines: [{ ...line, kind: 'base' as const, amountOre: 2_275_817 }, { ...line, kind: 'income' as const, amountOre: -500_000, particulars: { kinds: 'sickness_benefit' } }] }
  const paper = writePayslipPaper('nn', 'ar', facts)
  expect([paper.lang, paper.total.amount.replace(/\s/g, ' '), paper.translation?.dir, paper.translation?.total.amount.includes('17,758.17')]).toEqual(['nn', '17 758,17 kr', 'rtl', true])
  expect([paper.lines.length, paper.translation?.lines.length, paper.facts.map(({ value }) => value)]).toEqual([2, 2, ['Olena Melnyk', '12. november 2026', '6. november 2026']])
  expect(writePayslipPaper('nb', 'nb', facts).translation).toBeNull()
})

test.skipIf(!hasTypst())('staff and she herself get the payslip as PDF for the archive, once it is approved, and nobody else’s', async () => {
  const place = await aPayingMunicipality(await aMunicipality(world()))
  const [personId, otherId] = [await aParticipant(place), await aParticipant(place, { endedOn: '2026-08-31' })]
  const adviser = await place.as('programme_adviser')
  const run = await aPreparedRun(adviser)
  const [she, other] = [await place.participant(personId), await place.participant(otherId)]
  expect(codesOf(await adviser.refusals('programme.getPayslipPaper', { runId: run.runId, personId, locale: 'nb' }))).toEqual(['benefit.notApproved'])
  await expect(she.call('programme.getMyPayslipPaper', { runId: run.runId, locale: 'nb' })).rejects.toThrow(NotFound)
  await (await place.as('benefit_approver')).call('programme.approveBenefitRun', run)
  for (const locale of ['nb', 'nn', 'en', 'uk', 'ar'] as const) {
    const [theirs, hers] = [await adviser.call('programme.getPayslipPaper', { runId: run.runId, personId, locale }), await she.call('programme.getMyPayslipPaper', { runId: run.runId, locale })]
    const text = Buffer.from(hers.bytes).toString('latin1')
    for (const mark of ['/StructTreeRoot', '<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>', `Kommune ${place.number}`]) expect(text, `${locale} ${mark}`).toContain(mark)
    expect([hers.fileName, hers.bytes.length]).toEqual([`introduksjonsstonad-2026-10-${locale}.pdf`, theirs.bytes.length])
    if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/payslip-${locale}.pdf`, hers.bytes)
  }
  await expect(other.call('programme.getMyPayslipPaper', { runId: run.runId, locale: 'nb' })).rejects.toThrow(NotFound)
  await expect(adviser.call('programme.getPayslipPaper', { runId: run.runId, personId: randomUUID(), locale: 'nb' })).rejects.toThrow(NotFound)
  expect(await adviser.auditTrail(personId)).toEqual(expect.arrayContaining(['programme.getPayslipPaper', 'programme.getMyPayslipPaper']))
})
