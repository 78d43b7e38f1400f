import { expect, test } from 'vitest'
import { draftKey, forgetDrafts, keepDraft, readDraft } from './draft.ts'

function aStore(): Storage {
  const kept: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => { kept[key] = value },
    removeItem: (key: string) => { delete kept[key] },
  }
  return Object.setPrototypeOf(kept, methods)
}

test('a draft is read as it was kept', () => {
  const store = aStore()
  keepDraft(store, draftKey('a1', 'people.register'), { name: 'Amina' })
  expect(readDraft(store, draftKey('a1', 'people.register'))).toEqual({ name: 'Amina' })
})

test('nobody meets the draft of another account or another form', () => {
  const store = aStore()
  keepDraft(store, draftKey('a1', 'people.register'), { name: 'Amina' })
  expect(readDraft(store, draftKey('a2', 'people.register'))).toBeUndefined()
  expect(readDraft(store, draftKey('a1', 'people.change'))).toBeUndefined()
})

test('a spoilt draft is no draft', () => {
  const store = aStore()
  store.setItem(draftKey('a1', 'x'), '{')
  expect(readDraft(store, draftKey('a1', 'x'))).toBeUndefined()
})

test('at sign-out every draft goes, and nothing else', () => {
  const store = aStore()
  keepDraft(store, draftKey('a1', 'x'), 1)
  keepDraft(store, draftKey('a1', 'y'), 2)
  store.setItem('another', 'thing')
  forgetDrafts(store)
  expect(Object.keys(store)).toEqual(['another'])
})
