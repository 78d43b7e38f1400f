import { inventPeople } from '#db/seed/people.ts'
import { seededRandom } from '#db/seed/random.ts'
import type { PlainDate } from '#shared/date.ts'
import { participantExamples } from '#domains/people/participants-file.template.ts'

const syllables = ['ba', 'de', 'fi', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'ru', 'sa', 'te', 'vi', 'zo', 'sha', 'dre', 'kli', 'mor', 'nes', 'tal', 'vor', 'yas']
const nameOf = (n: number): string => [n, Math.floor(n / 22), Math.floor(n / 484)].map((part) => syllables[part % 22]).join('').replace(/^./, (letter) => letter.toUpperCase())
const day = (date: PlainDate): string => date.split('-').reverse().join('.')

/** A file of so many participants as the template has it, every column filled in: invented people with synthetic numbers. */
export function participantsFile(count: number, today: PlainDate): string {
  const random = seededRandom(7)
  const [header = [], example = []] = participantExamples()
  const at = (start: string): number => header.findIndex((name) => String(name).startsWith(start))
  const people = inventPeople(random, today, count).people.slice(0, count)
  const rows = people.map((person, index) => {
    const own: [string, string][] = [
      ['Fornavn', person.givenName], ['Etternavn', `${nameOf(index)} ${person.familyName}`], ['Fødselsdato', day(person.birthDate)], ['Kjønn', person.gender === 'female' ? 'kvinne' : 'mann'],
      ['Fødselsnummer', person.number.number], ['DUF', ''], ['Statsborgerskap', person.country], ['Telefon', String(40_000_000 + index)], ['E-post', `deltaker${index}@example.no`], ['Bosatt dato', day(person.settledOn)], ['Adressesperre', 'ingen'],
    ]
    const row = [...example]
    for (const [name, value] of own) row[at(name)] = value
    return row
  })
  return [header, ...rows].map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';')).join('\r\n')
}
