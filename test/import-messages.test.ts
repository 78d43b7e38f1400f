import { globSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { z } from 'zod'

const READERS = ['src/shared/*.ts', 'src/platform/sheets*.ts', 'src/domains/*/*-file*.ts', 'src/domains/competence/occupations/*-file*.ts', 'src/domains/competence/occupations/{esco,families}.operations.ts']
const FAMILIES = /'((?:file|cell|text|date|birthDate|name|nationalNumber|dufNumber|country|language|gender|arrivalCategory|addressProtection|educationLevel|level|phone|email|postcode|occupation|licences|hoursPerWeek|person|participants|register|orgNumber|advert|esco|family)\.[a-zA-Z]+)'/g

const inOrder = (words: Iterable<string | undefined>): string[] => [...words].map(String).toSorted((one, other) => one.localeCompare(other, 'nb'))
const codes = new Set(globSync(READERS).filter((path) => !path.includes('.test.')).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(FAMILIES)].map((match) => match[1])))
const textsIn = (locale: string): Map<string, string> => new Map(globSync(`src/{web,domains/*,domains/*/*}/messages/import.${locale}.json`)
  .flatMap((path) => Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8'))))))

test.each(['nb', 'nn', 'en'])('every code of the readers has a text, and every text a code: %s', (locale) => {
  const texts = textsIn(locale)
  expect(inOrder(texts.keys())).toEqual(inOrder(codes))
  for (const [key, text] of texts) expect(() => new IntlMessageFormat(text, locale), key).not.toThrow()
})
