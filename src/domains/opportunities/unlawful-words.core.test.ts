import { expect, test } from 'vitest'
import { openingWarnings, warningsIn } from './unlawful-words.core.ts'

const codes = (text: string): string[] => warningsIn(text, 'tasks').map(({ code }) => code.replace('opportunities.warn.', ''))

test.each([
  ['Vi ser etter en ung og sprek person', ['age']],
  ['Kun unge menn', ['age', 'sex']],
  ['Du er mellom 20 og 30 år', ['age']],
  ['Søkjarar under 40 år', ['age']],
  ['Maximum age limit is 35', ['age']],
  ['Kun kvinner kan søke', ['sex']],
  ['Vi vil helst ha en mann', ['sex']],
  ['Kvinneleg søkjar blir føretrekt', ['sex']],
  ['Only men, please', ['sex']],
  ['Ikke hijab på jobb', ['religion']],
  ['Du deler vårt livssyn', ['religion']],
  ['Etnisk norsk', ['ethnicity']],
  ['Må ha norsk bakgrunn', ['ethnicity']],
  ['Native Norwegian speaker', ['ethnicity']],
  ['Kun unge kvinner med norsk opprinnelse mellom 18 og 25 år', ['age', 'ethnicity']],
])('%s', (text, expected) => { expect(codes(text)).toEqual(expect.arrayContaining(expected)) })

test.each([
  'Rydde, vaske og hjelpe til på kjøkkenet', 'Følge barna på tur', 'Du må kunne følge en muntlig beskjed på norsk (B1)', 'Ungdomsskolen ligger ved siden av',
  'Løfte mer enn 25 kg', 'Arbeid mellom 07 og 15', 'Menneskene du møter er gamle', 'Vi er ti ansatte over 2 etasjer', 'Manuell pakking', 'Help the customers in the shop',
  'Damefrisør', 'Assist women in the women\'s ward',
])('"%s" asks for nobody\'s age, sex, faith or origin', (text) => { expect(codes(text)).toEqual([]) })

test('a warning says where the word stands', () => {
  expect(openingWarnings({ title: 'Hjelper', tasks: null, transportNote: null, demands: [{ name: null, sentence: 'Kan lese' }, { name: 'Bare menn', sentence: null }] }))
    .toEqual([{ code: 'opportunities.warn.sex', path: 'demands.1.name', params: { word: 'Bare menn' } }])
})
