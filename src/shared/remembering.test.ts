import { expect, test } from 'vitest'
import { remembering } from './remembering.ts'

test('what is made of a text is made once, and made anew after so many others', () => {
  const asked: string[] = []
  const lengthOf = remembering((text) => { asked.push(text); return text.length }, 2)
  expect(['a', 'a', 'bb', 'a', 'ccc', 'a'].map(lengthOf)).toEqual([1, 1, 2, 1, 3, 1])
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
})
