import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, plainDate } from '#shared/date.ts'
import { OLD_AFTER_MONTHS, knownPoint, lastConfirmed } from './known/known.core.ts'
import { mayClose, mayNote, mayOpen, talkActions, talkState, untouched } from './talk.core.ts'
import { inLocale, ourPoints } from './template/our-template.ts'
import { maySaveTemplate, settlePoints } from './template/template.core.ts'
import { BELONGS, TALK_KINDS, type Point } from './template/template.schema.ts'

const TODAY = plainDate('2026-11-20')
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const line = (on: string | null) => ({ text: 'norsk: lytte A2', on: on === null ? null : plainDate(on), how: null })

describe('what is known', () => {
  test('is missing, undated, old or known by its newest day, and a confirmation counts as one', () => {
    const need = (lines: ReturnType<typeof line>[], confirmed: string | null = null) => knownPoint('languages', lines, confirmed === null ? null : plainDate(confirmed), TODAY).need
    expect([need([]), need([line(null)]), need([line('2025-01-01')]), need([line('2025-01-01'), line('2026-10-01')]), need([line(null)], '2026-10-01')]).toEqual(['missing', 'undated', 'old', 'known', 'known'])
  })

  test('is old the day after so many months, and not on the day itself', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), (days) => {
      const on = addDays(TODAY, -days)
      expect(knownPoint('work', [{ text: 'kokk', on, how: null }], null, TODAY).need).toBe(addMonths(on, OLD_AFTER_MONTHS) < TODAY ? 'old' : 'known')
    }))
  })

  test('was confirmed in the newest talk that went through it, and not in one that only lists it', () => {
    const talk = (heldOn: string, standing: 'unchanged' | null) => ({ heldOn: plainDate(heldOn), points: [{ id: 'work', belongs: 'work' as const }], answers: [{ pointId: 'work', standing }] })
    expect(lastConfirmed('work', [talk('2026-05-01', 'unchanged'), talk('2026-08-01', null)])).toBe('2026-05-01')
    expect(lastConfirmed('education', [talk('2026-05-01', 'unchanged')])).toBeNull()
  })
})

describe('a talk', () => {
  const stage = { plannedOn: TODAY, heldOn: null, cancelledOn: null, isBegun: false }
  test('is planned, late, begun, held or cancelled by what has happened', () => {
    expect([stage, { ...stage, plannedOn: addDays(TODAY, -1) }, { ...stage, isBegun: true }, { ...stage, heldOn: TODAY, isBegun: true }, { ...stage, cancelledOn: TODAY }].map((one) => talkState(one, TODAY))).toEqual(['planned', 'late', 'begun', 'held', 'cancelled'])
  })

  test('is a teacher’s when adult education takes part in it, to note and not to close', () => {
    const teacher = ['programme.read', 'programme.teach'] as const
    expect(TALK_KINDS.filter((kind) => mayOpen(kind, teacher))).toEqual(['three_part'])
    expect(talkActions('three_part', 'begun', teacher)).toEqual(['note', 'print'])
    expect(talkActions('qualification_interview', 'begun', teacher)).toEqual([])
    expect(TALK_KINDS.filter((kind) => mayOpen(kind, ['programme.read']))).toEqual([])
  })

  test('that is over is neither noted nor closed, and one without a word is not closed', () => {
    const said = { answers: [{ pointId: 'a', note: 'x', standing: null }, { pointId: 'a', note: null, standing: null }, { pointId: 'b', note: null, standing: null }], steps: [] }
    expect(codes(mayNote(said, { state: 'held', points: [{ id: 'a' }] }))).toEqual(['talk.isHeld', 'talk.noSuchPoint', 'talk.saidTwice'])
    expect(codes(mayClose({ state: 'planned', heldOn: addDays(TODAY, 1), today: TODAY }))).toEqual(['talk.heldInFuture', 'talk.nothingSaid'])
    expect(codes(mayClose({ state: 'cancelled', heldOn: TODAY, today: TODAY }))).toEqual(['talk.isCancelled'])
    expect(mayClose({ state: 'begun', heldOn: TODAY, today: TODAY })).toEqual([])
  })

  test('leaves untouched what nobody answered, but for what is known and fresh', () => {
    const points = ourPoints('qualification_interview', 'nb')
    const known = [knownPoint('languages', [line('2026-11-01')], null, TODAY), knownPoint('work', [], null, TODAY)]
    const left = untouched({ points, known, ownWords: 'Jeg vil jobbe', answers: [{ pointId: 'welcome', note: 'Ja', standing: null }] }).map(({ id }) => id)
    expect(left).toContain('work')
    expect(left).not.toContain('languages')
    expect(left).not.toContain('welcome')
    expect(left).not.toContain('words')
  })
})

describe('our own templates', () => {
  test('are there for every kind in three languages, with the same points, and what she is asked in five', () => {
    for (const kind of TALK_KINDS) {
      const [nb, nn, en] = (['nb', 'nn', 'en'] as const).map((locale) => ourPoints(kind, locale))
      expect(nn?.map(({ id }) => id)).toEqual(nb?.map(({ id }) => id))
      expect(en?.map(({ heading }) => heading)).not.toEqual(nb?.map(({ heading }) => heading))
      expect(nb?.filter(({ asked }) => asked.no !== null && (asked.uk === null || asked.ar === null || asked.en === null))).toEqual([])
      expect(new Set(nb?.map(({ id }) => id)).size).toBe(nb?.length)
    }
    expect(new Set(TALK_KINDS.flatMap((kind) => ourPoints(kind, 'nb').map(({ belongs }) => belongs)))).toEqual(new Set(BELONGS))
  })

  test('ask what to take into account, and never for what a talk is not about', () => {
    const asked = JSON.stringify(TALK_KINDS.flatMap((kind) => ourPoints(kind, 'nb').map(({ heading, asked: { no } }) => [heading, no])))
    expect(asked).not.toMatch(/diagnos|helse|sykdom|religion|tro på|politi[sk]|parti|legning|seksuell/i)
  })

  test('are read in the reader’s language as long as nobody has written over them', () => {
    const ours = ourPoints('follow_up', 'nn')
    const own = ours.map((point, at) => (at === 0 ? { ...point, heading: 'Vårt eige' } : point))
    expect(inLocale('follow_up', own, 'en').map(({ heading }) => heading)).toEqual(['Vårt eige', ...ourPoints('follow_up', 'en').slice(1).map(({ heading }) => heading)])
  })
})

describe('a template', () => {
  const text = fc.option(fc.string({ minLength: 1, maxLength: 8 }), { nil: null })
  const point: fc.Arbitrary<Point> = fc.record({ id: fc.constantFrom('a', 'b', 'c'), heading: fc.string({ minLength: 1 }), prompt: fc.string(), belongs: fc.constantFrom(...BELONGS), asked: fc.record({ no: text, en: text, uk: text, ar: text }) })

  test('keeps no translation of a question that was rewritten without it, and changes nothing else', () => {
    fc.assert(fc.property(fc.uniqueArray(point, { selector: ({ id }) => id }), fc.uniqueArray(point, { selector: ({ id }) => id }), (before, after) => {
      const kept = settlePoints(after, before)
      const rest = (points: Point[]) => points.map(({ id, heading, prompt, belongs }) => ({ id, heading, prompt, belongs }))
      expect(rest(kept)).toEqual(rest(after))
      for (const [at, one] of kept.entries()) {
        const was = before.find(({ id }) => id === one.id)
        expect(one.asked.no).toBe(after[at]?.asked.no)
        for (const locale of ['en', 'uk', 'ar'] as const) {
          const isStale = was !== undefined && was.asked.no !== one.asked.no && (one.asked.no === null || was.asked[locale] === after[at]?.asked[locale])
          expect(one.asked[locale]).toBe(isStale ? null : after[at]?.asked[locale])
        }
      }
    }))
  })

  test('is saved on top of the newest, with each point once', () => {
    const points = ourPoints('follow_up', 'nb')
    expect(maySaveTemplate(points, 2, 2)).toEqual([])
    expect(codes(maySaveTemplate([...points, ...points.slice(0, 1)], 1, 2))).toEqual(['talk.templateChanged', 'talk.pointTwice'])
  })
})
