import { expect, test } from 'vitest'
import { refusalsCsv } from './refusalsCsv.ts'

test('quotes, semicolons and line breaks stay inside their cell, and nothing is run as a formula', () => {
  expect(refusalsCsv(['Rad', 'Hva'], [['2', 'Si "nei"; så\nja'], ['3', '=HYPERLINK("x")']])).toBe('\ufeff"Rad";"Hva"\r\n"2";"Si ""nei""; så\nja"\r\n"3";"\'=HYPERLINK(""x"")"\r\n')
})
